using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>A media type with its parameters. Type and subtype are kept as spelled and compare ignoring case; parameter names are lower case.</summary>
public sealed record ContentType
{
    public static readonly ContentType Json = new("application", "json");

    public static readonly ContentType Unknown = new("*", "*");

    public ContentType(string type, string subtype, IReadOnlyDictionary<string, string>? parameters = null)
    {
        Type = type;
        Subtype = subtype;
        Parameters = parameters ?? new Dictionary<string, string>();
    }

    public string Type { get; }

    /// <summary>With the suffix, if any: "hal+json".</summary>
    public string Subtype { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The part after the last "+" of the subtype, or null.</summary>
    public string? Suffix => Subtype.LastIndexOf('+') is var plus and >= 0 ? Subtype[(plus + 1)..] : null;

    /// <summary>Parses "type/subtype; name=value; …". Quotes around a value are kept.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContentType? contentType)
    {
        contentType = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var pieces = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0) return false;
        var slash = pieces[0].IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == pieces[0].Length - 1) return false;
        var parameters = new Dictionary<string, string>();
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) parameters[piece[..equals].Trim().ToLowerInvariant()] = piece[(equals + 1)..].Trim();
        }

        contentType = new ContentType(pieces[0][..slash], pieces[0][(slash + 1)..], parameters);
        return true;
    }

    public override string ToString() => $"{Type}/{Subtype}{string.Concat(Parameters.Select(p => $";{p.Key}={p.Value}"))}";

    public bool Equals(ContentType? other) =>
        other is not null
        && string.Equals(Type, other.Type, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Subtype, other.Subtype, StringComparison.OrdinalIgnoreCase)
        && Parameters.Count == other.Parameters.Count
        && Parameters.All(p => other.Parameters.TryGetValue(p.Key, out var value) && string.Equals(p.Value, value, StringComparison.OrdinalIgnoreCase));

    public override int GetHashCode() =>
        HashCode.Combine(Type.ToUpperInvariant(), Subtype.ToUpperInvariant(), Parameters.Count);
}
