namespace PactKit.Tests.Compatibility;

/// <summary>The features of the compatibility suite that are about generators alone.</summary>
public sealed class GeneratorFeatures
{
    public static bool AreHere => SuiteScenario.AreHere;

    public static TheoryData<string> Rows() => SuiteScenario.RowsOf("V3/generators", "V3/http_generators", "V4/generators");

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Rows))]
    public Task Scenario(string row) => ScenarioRunner.Run(row, new GeneratorSteps());
}
