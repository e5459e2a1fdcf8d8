using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Placing;

/// <summary>A place at which two documents differ.</summary>
/// <param name="Steps">Names and indexes from the root.</param>
/// <param name="Base">What the first has there; null for the JSON value null, and where there is nothing.</param>
/// <param name="Other">What the second has there.</param>
/// <param name="Appeared">The first has nothing there.</param>
internal sealed record Difference(ImmutableList<object> Steps, JsonNode? Base, JsonNode? Other, bool Appeared = false)
{
    /// <summary>The deepest places that differ. Lists of different length differ as a whole.</summary>
    public static IEnumerable<Difference> Between(JsonNode? first, JsonNode? second) => Between(first, second, []);

    private static IEnumerable<Difference> Between(JsonNode? first, JsonNode? second, ImmutableList<object> steps)
    {
        if (first is JsonObject firstMembers && second is JsonObject secondMembers) return Members(firstMembers, secondMembers, steps);
        if (first is JsonArray firstItems && second is JsonArray secondItems && firstItems.Count == secondItems.Count)
            return firstItems.SelectMany((item, index) => Between(item, secondItems[index], steps.Add(index)));
        return Same(first, second) ? [] : [new Difference(steps, first, second)];
    }

    private static IEnumerable<Difference> Members(JsonObject first, JsonObject second, ImmutableList<object> steps)
    {
        foreach (var (name, member) in first)
        {
            if (!second.TryGetPropertyValue(name, out var other)) yield return new Difference(steps.Add(name), member, null);
            else foreach (var difference in Between(member, other, steps.Add(name))) yield return difference;
        }

        foreach (var (name, member) in second)
            if (!first.ContainsKey(name)) yield return new Difference(steps.Add(name), null, member, Appeared: true);
    }

    private static bool Same(JsonNode? first, JsonNode? second) =>
        first is null || second is null ? first is null && second is null
        : first.GetValueKind() == second.GetValueKind() && (first.GetValueKind() == JsonValueKind.Number
            ? first.ToJsonString() == second.ToJsonString()
            : JsonNode.DeepEquals(first, second));
}
