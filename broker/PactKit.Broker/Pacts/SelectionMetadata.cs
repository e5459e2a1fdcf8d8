using System.Globalization;
using System.Text;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts;

/// <summary>
/// How a pact was chosen, carried in its URL so that the result published through that URL knows it: an opaque segment for
/// clients, unpadded URL-safe Base64 of a nested query string inside.
/// </summary>
internal sealed record SelectionMetadata
{
    public string? ConsumerVersionNumber { get; init; }
    public long? ConsumerVersionId { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<SelectedBy> Selectors { get; init; } = [];
    public bool? Pending { get; init; }
    public bool Wip { get; init; }

    public IEnumerable<long> ConsumerVersionIds =>
        Selectors.Select(selector => selector.ConsumerVersionId).Prepend(ConsumerVersionId).OfType<long>().Distinct();

    public string Encode()
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        Add("cvn", ConsumerVersionNumber);
        Add("cv", ConsumerVersionId?.ToString(CultureInfo.InvariantCulture));
        foreach (var tag in Tags) Add("cvt[]", tag);
        foreach (var selector in Selectors)
        {
            Add("s[][b]", selector.Branch);
            Add("s[][t]", selector.Tag);
            Add("s[][l]", selector.Latest ? "true" : null);
            Add("s[][e]", selector.Environment);
            Add("s[][cv]", selector.ConsumerVersionId?.ToString(CultureInfo.InvariantCulture));
        }

        Add("p", Pending switch { true => "true", false => "false", null => null });
        Add("w", Wip ? "true" : null);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('&', parts))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Garbage decodes to nothing rather than to an error: the URL of a pact must not break over its tail.</summary>
    public static SelectionMetadata Decode(string? token)
    {
        if (string.IsNullOrEmpty(token)) return new SelectionMetadata();
        string text;
        try
        {
            var padded = token.TrimEnd('=').Replace('-', '+').Replace('_', '/');
            text = Encoding.UTF8.GetString(Convert.FromBase64String(padded + new string('=', (4 - padded.Length % 4) % 4)));
        }
        catch (FormatException)
        {
            return new SelectionMetadata();
        }

        var pairs = NestedQuery.Pairs(text.Replace("\0", "", StringComparison.Ordinal));
        string? Value(string name) => pairs.LastOrDefault(pair => pair.Key == name).Value is { Length: > 0 } value ? value : null;
        return new SelectionMetadata
        {
            ConsumerVersionNumber = Value("cvn"),
            ConsumerVersionId = Id(Value("cv")),
            Tags = NestedQuery.Values(pairs, "cvt"),
            Selectors = NestedQuery.Objects(pairs, "s").Select(SelectedBy.From).ToList(),
            Pending = Value("p") is { } pending ? pending == "true" : null,
            Wip = Value("w") == "true",
        };
    }

    internal static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

internal sealed record SelectedBy(string? Branch, string? Tag, bool Latest, string? Environment, long? ConsumerVersionId)
{
    public static SelectedBy From(IReadOnlyDictionary<string, string> fields) => new(
        fields.GetValueOrDefault("b"), fields.GetValueOrDefault("t"), fields.GetValueOrDefault("l") == "true",
        fields.GetValueOrDefault("e"), SelectionMetadata.Id(fields.GetValueOrDefault("cv")));
}
