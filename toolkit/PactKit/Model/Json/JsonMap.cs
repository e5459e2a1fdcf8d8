using System.Collections;
using System.Text.Json;

namespace PactKit.Model.Json;

/// <summary>
/// A JSON object in the making, for <see cref="JsonPrinter"/>. Members stay in their order, and of a name that comes twice the last value counts.
/// A pact is made of hundreds of these with one to five members each, so they are kept side by side, and only large ones have an index.
/// </summary>
internal sealed class JsonMap(int capacity = 4) : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private const int FewMembers = 16;

    private string[] _names = capacity == 0 ? [] : new string[capacity];
    private object?[] _values = capacity == 0 ? [] : new object?[capacity];
    private Dictionary<string, int>? _places;

    public JsonMap(IReadOnlyDictionary<string, JsonElement> members) : this(members.Count)
    {
        AddAll(members);
    }

    public int Count { get; private set; }

    /// <exception cref="KeyNotFoundException">There is no such member to read.</exception>
    public object? this[string name]
    {
        get => TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"There is no member {name}.");
        set
        {
            var place = Find(name);
            if (place >= 0) _values[place] = value;
            else Append(name, value);
        }
    }

    public string NameAt(int place) => _names[place];

    public object? ValueAt(int place) => _values[place];

    public void SetAt(int place, object? value) => _values[place] = value;

    public bool ContainsKey(string name) => Find(name) >= 0;

    public bool TryGetValue(string name, out object? value)
    {
        var place = Find(name);
        value = place < 0 ? null : _values[place];
        return place >= 0;
    }

    /// <summary>Adds the members of an object; a name that is there already gets the new value.</summary>
    public void AddAll(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (members is MemberMap map) map.CopyTo(this);
        else foreach (var (name, value) in members) this[name] = value;
    }

    /// <summary>Adds a member unless it is null or an empty object.</summary>
    public JsonMap With(string name, object? value)
    {
        if (value is not null and not JsonMap { Count: 0 }) this[name] = value;
        return this;
    }

    /// <summary>Puts the members in the order of their names, as files have them.</summary>
    public void Sort()
    {
        _places = null;
        if (Count > FewMembers)
        {
            Array.Sort(_names, _values, 0, Count, StringComparer.Ordinal);
            return;
        }

        for (var i = 1; i < Count; i++)
        {
            var (name, value, at) = (_names[i], _values[i], i);
            for (; at > 0 && string.CompareOrdinal(_names[at - 1], name) > 0; at--) (_names[at], _values[at]) = (_names[at - 1], _values[at - 1]);
            (_names[at], _values[at]) = (name, value);
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return KeyValuePair.Create(_names[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Append(string name, object? value)
    {
        if (Count == _names.Length)
        {
            var length = Math.Max(4, 2 * Count);
            Array.Resize(ref _names, length);
            Array.Resize(ref _values, length);
        }

        _places?.Add(name, Count);
        (_names[Count], _values[Count]) = (name, value);
        Count++;
    }

    private int Find(string name)
    {
        if (Count > FewMembers) return (_places ??= Index()).GetValueOrDefault(name, -1);
        for (var i = 0; i < Count; i++) if (_names[i] == name) return i;
        return -1;
    }

    private Dictionary<string, int> Index()
    {
        var places = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++) places[_names[i]] = i;
        return places;
    }
}
