namespace PactKit.Tests.Compatibility;

/// <summary>The features of the compatibility suite that are about matching alone.</summary>
public sealed class MatchingFeatures
{
    public static bool AreHere => SuiteScenario.AreHere;

    public static TheoryData<string> Rows() => SuiteScenario.RowsOf("V3/matching_rules", "V4/matching_rules", "V3/http_matching");

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Rows))]
    public Task Scenario(string row) => ScenarioRunner.Run(row, new MatchingSteps());
}
