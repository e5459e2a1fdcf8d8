namespace PactKit.Tests.Compatibility;

/// <summary>The features of the compatibility suite that need a mock server or a provider.</summary>
public sealed class HttpFeatures
{
    public static bool AreHere => SuiteScenario.AreHere;

    public static TheoryData<string> ConsumerRows() => SuiteScenario.RowsOf("V1/http_consumer", "V2/http_consumer");

    public static TheoryData<string> ProviderRows() =>
        SuiteScenario.RowsOf("V1/http_provider", "V2/http_provider", "V3/http_provider", "V4/http_provider");

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(ConsumerRows))]
    public async Task Consumer(string row)
    {
        await using var steps = new HttpConsumerSteps();
        await ScenarioRunner.Run(row, steps);
    }

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(ProviderRows))]
    public async Task Provider(string row)
    {
        using var steps = new HttpProviderSteps();
        await ScenarioRunner.Run(row, steps);
    }
}
