using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Consumer;

/// <summary>The provider states of an interaction while it is described.</summary>
internal sealed class StateDrafts
{
    private readonly List<ProviderState> _states = [];

    /// <summary>Parameter values that are JSON are stored as that, other texts as texts: 7, true, "007".</summary>
    public void Add(string name, IEnumerable<KeyValuePair<string, string>>? parameters = null)
    {
        var members = new MemberMap();
        foreach (var (key, value) in parameters ?? []) members.Add(key, Parse(value));
        _states.Add(new ProviderState(name) { Params = members });
    }

    /// <summary>Parameters that are JSON already: a text stays a text.</summary>
    public void Add(string name, JsonElement parameters) => _states.Add(new ProviderState(name)
    {
        Params = new OrderedDictionary<string, JsonElement>(parameters.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.Clone()))),
    });

    public IReadOnlyList<ProviderState> Build() => [.. _states];

    private static JsonElement Parse(string? value)
    {
        if (value is null || !MayBeJson(value)) return JsonText.Of(value);
        try
        {
            return JsonElement.Parse(value);
        }
        catch (JsonException)
        {
            return JsonText.Of(value);
        }
    }

    // Most values are words, and finding that out by an exception takes longer than everything else about a state.
    private static bool MayBeJson(string value)
    {
        var text = value.AsSpan().Trim();
        return text switch
        {
            [] => false,
            ['{' or '[' or '"', ..] => true,
            [var first, ..] when char.IsAsciiLetter(first) => text is "true" or "false" or "null",
            _ => IsOfNumbers(text),
        };
    }

    private static bool IsOfNumbers(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (!char.IsAsciiDigit(c) && c is not ('+' or '-' or '.' or 'e' or 'E')) return false;
        return true;
    }
}
