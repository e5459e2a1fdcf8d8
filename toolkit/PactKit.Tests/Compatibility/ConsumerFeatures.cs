namespace PactKit.Tests.Compatibility;

/// <summary>The features of the compatibility suite in which a consumer test describes interactions and writes a pact file.</summary>
public sealed class ConsumerFeatures
{
    public static bool AreHere => SuiteScenario.AreHere;

    public static TheoryData<string> Rows() => SuiteScenario.RowsOf(
        "V3/http_consumer", "V4/http_consumer", "V3/message_consumer", "V4/message_consumer", "V4/synchronous_message_consumer", "V4/v4");

    [Theory(Skip = SuiteScenario.NotFound, SkipUnless = nameof(AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Rows))]
    public async Task Scenario(string row)
    {
        using var consumer = new ConsumerTestSteps();
        await ScenarioRunner.Run(row, consumer, new DraftSteps(consumer), new MessageDraftSteps(consumer), new ReceivedMessageSteps(consumer), new PactFileSteps(consumer));
    }
}
