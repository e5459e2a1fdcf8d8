using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace PactKit.Wire;

/// <summary>Collects received header lines the way pact files hold them: the values of list headers are separate items.</summary>
internal sealed class HeaderLines
{
    private static readonly FrozenSet<string> Lists = new[]
    {
        "accept", "accept-encoding", "accept-language", "access-control-allow-headers", "access-control-allow-methods",
        "access-control-expose-headers", "access-control-request-headers", "allow", "cache-control", "if-match", "if-none-match", "vary",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlySet<string>? _alsoLists;

    /// <param name="alsoLists">Names of further headers to split at commas, compared ignoring case.</param>
    public HeaderLines(IReadOnlySet<string>? alsoLists = null) => _alsoLists = alsoLists;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(HttpHeaders headers, HttpHeaders? contentHeaders)
    {
        var lines = new HeaderLines();
        foreach (var header in headers.NonValidated) lines.AddAll(header.Key, header.Value);
        foreach (var header in contentHeaders?.NonValidated ?? default) lines.AddAll(header.Key, header.Value);
        return lines.Headers;
    }

    public void Add(string name, string line)
    {
        if (!_headers.TryGetValue(name, out var known)) _headers[name] = known = new List<string>();
        var values = (List<string>)known;
        if (Lists.Contains(name) || _alsoLists?.Contains(name) == true)
            values.AddRange(line.Split(',', StringSplitOptions.TrimEntries));
        else
            values.Add(line.Trim());
    }

    private void AddAll(string name, HeaderStringValues values)
    {
        foreach (var value in values) Add(name, value);
    }
}
