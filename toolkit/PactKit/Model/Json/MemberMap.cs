using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PactKit.Model.Json;

/// <summary>
/// The members of a JSON object, in their order. It comes compiled; the framework's dictionaries of <see cref="JsonElement"/> are compiled when a
/// process first uses them, which takes four milliseconds of the first consumer test.
/// </summary>
internal sealed class MemberMap : IReadOnlyDictionary<string, JsonElement>
{
    public static readonly MemberMap Empty = new();

    // Each value is a JsonElement.
    private readonly JsonMap _members = new(0);

    public int Count => _members.Count;

    public IEnumerable<string> Keys
    {
        get
        {
            for (var i = 0; i < _members.Count; i++) yield return _members.NameAt(i);
        }
    }

    public IEnumerable<JsonElement> Values
    {
        get
        {
            for (var i = 0; i < _members.Count; i++) yield return (JsonElement)_members.ValueAt(i)!;
        }
    }

    public JsonElement this[string key] => (JsonElement)_members[key]!;

    /// <summary>Of a name that comes twice the last value counts.</summary>
    public void Add(string name, JsonElement value) => _members[name] = value;

    public void AddAll(IReadOnlyDictionary<string, JsonElement> others) => _members.AddAll(others);

    public bool ContainsKey(string key) => _members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var found = _members.TryGetValue(key, out var member);
        value = found ? (JsonElement)member! : default;
        return found;
    }

    /// <summary>Puts the members into another without looking at them, which would have to be compiled first.</summary>
    public void CopyTo(JsonMap other)
    {
        for (var i = 0; i < _members.Count; i++) other[_members.NameAt(i)] = _members.ValueAt(i);
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        for (var i = 0; i < _members.Count; i++) yield return new KeyValuePair<string, JsonElement>(_members.NameAt(i), (JsonElement)_members.ValueAt(i)!);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
