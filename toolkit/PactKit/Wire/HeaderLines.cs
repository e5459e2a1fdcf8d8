using System.Net.Http.Headers;
using PactKit.Model;

namespace PactKit.Wire;

/// <summary>Collects received header lines the way pact files hold them: the values of list headers are separate items.</summary>
internal sealed class HeaderLines
{
    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlySet<string>? _alsoLists;

    /// <param name="alsoLists">Names of further headers to split at commas, compared ignoring case.</param>
    public HeaderLines(IReadOnlySet<string>? alsoLists = null) => _alsoLists = alsoLists;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers;

    public void Add(string name, string line)
    {
        if (!_headers.TryGetValue(name, out var known)) _headers[name] = known = new List<string>();
        var values = (List<string>)known;
        if (_alsoLists?.Contains(name) == true) values.AddRange(line.Split(',', StringSplitOptions.TrimEntries));
        else values.AddRange(HeaderValues.Split(name, line));
    }

    public void AddAll(string name, HeaderStringValues values)
    {
        foreach (var value in values) Add(name, value);
    }
}
