using System.Text.Json;

namespace PactKit.Model.Expressions;

/// <summary>What a matching-rule expression says.</summary>
internal sealed record MatchingDefinition
{
    public IReadOnlyList<MatchingRule> Rules { get; init; } = [];

    /// <summary>The example, or null where the expression has none.</summary>
    public JsonElement? Example { get; init; }

    public Generator? Generator { get; init; }

    /// <summary>Names of other attributes that the value is to be like: <c>matching($'name')</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Rules add up; the first example and the first generator win.</summary>
    public MatchingDefinition And(MatchingDefinition other) => new()
    {
        Rules = [.. Rules, .. other.Rules],
        Example = Example ?? other.Example,
        Generator = Generator ?? other.Generator,
        References = [.. References, .. other.References],
    };
}
