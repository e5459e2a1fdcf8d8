using System.Text.Json.Nodes;
using PactKit.Placing;

namespace PactKit.Recording;

/// <summary>What an exploration found.</summary>
/// <param name="document">What the lambda makes of the examples.</param>
/// <param name="landings">Where its Args arrive, by path expression.</param>
internal sealed class Exploration(JsonNode? document, IReadOnlyDictionary<string, IReadOnlyList<Landing>> landings)
{
    private readonly HashSet<string> _placed = [];

    public JsonNode? Document { get; } = document;

    /// <summary>The arguments that arrive at a place; empty where there are none.</summary>
    public IReadOnlyList<Landing> At(string key)
    {
        if (!landings.TryGetValue(key, out var here)) return [];
        _placed.Add(key);
        return here;
    }

    /// <summary>No rule may get lost: a contract would say less than its test does.</summary>
    /// <exception cref="InvalidOperationException">An argument arrives where nobody looked for one.</exception>
    public void RequireAllPlaced()
    {
        foreach (var (key, here) in landings)
        {
            if (!_placed.Contains(key))
                throw new InvalidOperationException($"{here[0].Rule.Call} arrives in {here[0].Where}, where a pact cannot hold a rule: pass the plain value.");
        }
    }
}
