using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>A media type with its parameters. Type and subtype are kept as spelled and compare ignoring case; parameter names are lower case.</summary>
public sealed record ContentType
{
    private static readonly ReadOnlyDictionary<string, string> None = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>application/json.</summary>
    public static readonly ContentType Json = new("application", "json");

    /// <summary>*/*: nothing is known about the bytes.</summary>
    public static readonly ContentType Unknown = new("*", "*");

    /// <summary>Made of its parts, without a check.</summary>
    public ContentType(string type, string subtype, IReadOnlyDictionary<string, string>? parameters = null)
    {
        Type = type;
        Subtype = subtype;
        Parameters = parameters ?? None;
    }

    /// <summary>The part before the slash.</summary>
    public string Type { get; }

    /// <summary>With the suffix, if any: "hal+json".</summary>
    public string Subtype { get; }

    /// <summary>Such as charset and boundary; names are lower case.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>The part after the last "+" of the subtype, or null.</summary>
    public string? Suffix => Subtype.LastIndexOf('+') is var plus and >= 0 ? Subtype[(plus + 1)..] : null;

    /// <summary>The type a suffix stands for: application/json for application/hal+json; without a suffix the type itself, without parameters.</summary>
    public ContentType BaseType => new(Type, Suffix ?? Subtype);

    /// <summary>JSON or something written in it: application/json…, …+json, application/graphql.</summary>
    public bool IsJson =>
        Is(Type, "application")
        && (Subtype.StartsWith("json", StringComparison.OrdinalIgnoreCase) || Is(Suffix, "json") || Is(Subtype, "graphql"));

    /// <summary>application/xml, text/xml, …+xml.</summary>
    public bool IsXml => (Is(Type, "application") || Is(Type, "text")) && (Is(Subtype, "xml") || Is(Suffix, "xml"));

    /// <summary>application/x-www-form-urlencoded.</summary>
    public bool IsForm => Is(Type, "application") && Is(Subtype, "x-www-form-urlencoded");

    /// <summary>multipart/….</summary>
    public bool IsMultipart => Is(Type, "multipart");

    /// <summary>text/…, JSON, XML and forms.</summary>
    public bool IsText => Is(Type, "text") || IsXml || IsJson || IsForm;

    /// <summary>Everything that is not text, the unknown type included.</summary>
    public bool IsBinary => !IsText;

    /// <summary>It is <see cref="Unknown"/>.</summary>
    public bool IsUnknown => Type == "*";

    /// <summary>Guesses JSON, XML, HTML or plain text from the first 32 bytes; <see cref="Unknown"/> where they are not UTF-8.</summary>
    public static ContentType Sniff(ReadOnlySpan<byte> bytes) => ContentTypeSniffer.Sniff(bytes);

    /// <summary>Parses "type/subtype; name=value; …". Quotes around a value are kept.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContentType? contentType)
    {
        contentType = null;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var pieces = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0) return false;
        var slash = pieces[0].IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == pieces[0].Length - 1) return false;
        var parameters = pieces.Length == 1 ? null : new Dictionary<string, string>();
        for (var i = 1; i < pieces.Length; i++)
        {
            var equals = pieces[i].IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) parameters![pieces[i][..equals].Trim().ToLowerInvariant()] = pieces[i][(equals + 1)..].Trim();
        }

        contentType = new ContentType(pieces[0][..slash], pieces[0][(slash + 1)..], parameters);
        return true;
    }

    /// <summary>type/subtype;name=value, as a header spells it.</summary>
    public override string ToString()
    {
        var text = $"{Type}/{Subtype}";
        return Parameters.Count == 0 ? text : text + string.Concat(Parameters.Select(p => $";{p.Key}={p.Value}"));
    }

    /// <summary>Type, subtype and parameters are the same, ignoring case.</summary>
    public bool Equals(ContentType? other) => other is not null && HasNameOf(other) && HasParametersOf(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Type.ToUpperInvariant(), Subtype.ToUpperInvariant(), Parameters.Count);

    internal bool HasNameOf(ContentType other) => Is(Type, other.Type) && Is(Subtype, other.Subtype);

    internal bool HasParametersOf(ContentType other) =>
        Parameters.Count == other.Parameters.Count
        && Parameters.All(p => other.Parameters.TryGetValue(p.Key, out var value) && Is(p.Value, value));

    private static bool Is(string? text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
}
