using System.Net.Http.Headers;
using PactKit.Model;

namespace PactKit.Wire;

/// <summary>Collects received header lines the way pact files hold them: the values of list headers are separate items.</summary>
internal sealed class HeaderLines
{
    private readonly Dictionary<string, IReadOnlyList<string>> _headers = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers;

    public void Add(string name, string line)
    {
        if (!_headers.TryGetValue(name, out var known)) _headers[name] = known = new List<string>();
        ((List<string>)known).AddRange(HeaderValues.Split(name, line));
    }

    public void AddAll(string name, HeaderStringValues values)
    {
        foreach (var value in values) Add(name, value);
    }
}
