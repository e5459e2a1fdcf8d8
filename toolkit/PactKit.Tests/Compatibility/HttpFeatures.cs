namespace PactKit.Tests.Compatibility;

/// <summary>The features of the compatibility suite that need a mock server or a provider, of requests or of messages.</summary>
public sealed class HttpFeatures
{
    public static bool AreHere => SuiteScenario.AreHere;

    public static TheoryData<string> ConsumerRows() => SuiteScenario.RowsOf("V1/http_consumer", "V2/http_consumer");

    public static TheoryData<string> ProviderRows() =>
        SuiteScenario.RowsOf("V1/http_provider", "V2/http_provider", "V3/http_provider", "V4/http_provider");

    /// <summary>Without the scenario the suite itself marks as unfinished (bodies framed for Kafka's schema registry).</summary>
    public static TheoryData<string> MessageProviderRows() =>
        [.. SuiteScenario.RowsOf("V3/message_provider", "V4/message_provider").Select(row => row.Data).Where(row => !CoverageTests.NotRun.ContainsKey(row))];

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
        var verification = new VerificationSteps();
        using var steps = new HttpProviderSteps(verification);
        await ScenarioRunner.Run(row, steps, verification);
    }

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(MessageProviderRows))]
    public Task MessageProvider(string row)
    {
        var verification = new VerificationSteps();
        return ScenarioRunner.Run(row, new MessageProviderSteps(verification), verification);
    }
}
