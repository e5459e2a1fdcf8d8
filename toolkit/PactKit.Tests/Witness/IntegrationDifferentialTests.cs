using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>The same integration JSON, the same pact file: ours beside the official engine's.</summary>
public sealed class IntegrationDifferentialTests(OfficialIntegration official) : IClassFixture<OfficialIntegration>
{
    public static TheoryData<string> Names => [.. IntegrationFacts.All.Select(fact => fact.Name)];

    private static readonly Dictionary<string, IntegrationFact> Facts = IntegrationFacts.All.ToDictionary(fact => fact.Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_engines_write_the_same_of_it(string fact)
    {
        PactJs.SkipTestWhereAbsent();
        var exact = fact.StartsWith(ExpressionFacts.Prefix, StringComparison.Ordinal);
        var theirs = official[fact] is { } written ? WrittenIntegration.Of(written, exact) : null;
        var (ours, error) = OurIntegration.Write(Facts[fact]);
        var mine = ours is null ? null : WrittenIntegration.Of(ours, exact);
        var agree = JsonNode.DeepEquals(theirs, mine);
        var both = $"\"{fact}\"\nofficial: {theirs?.ToJsonString() ?? "refused"}\nours:     {mine?.ToJsonString() ?? error}";
        if (IntegrationDifferences.Meant.TryGetValue(fact, out var reason))
            Assert.False(agree, $"Both engines agree now; take it off the list. It was there because: {reason}\n{both}");
        else
            Assert.True(agree, both);
    }

    [Fact]
    public void Every_meant_difference_names_a_fact_and_its_reason() =>
        Assert.All(IntegrationDifferences.Meant, difference =>
        {
            Assert.Contains(difference.Key, Facts);
            Assert.NotEmpty(difference.Value);
        });
}
