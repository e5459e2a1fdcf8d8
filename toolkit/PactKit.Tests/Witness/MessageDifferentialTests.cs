using System.Text.Json.Nodes;

namespace PactKit.Tests.Witness;

/// <summary>Messages and provider states: the same verdicts as the official verifier, and the same questions to the provider on the way.</summary>
public sealed class MessageDifferentialTests(BothVerifiers both) : IClassFixture<BothVerifiers>
{
    private const string NoMessage = "An answer that says that something went wrong is no message.";

    private const string NoMetadata = "Metadata that cannot be read is told; the official verifier goes on without it.";

    private const string Nothing = "Empty contents were asked for, and something of the same type came; the official engine forgets the type of what is empty, and takes it for another one.";

    private static readonly Dictionary<string, string> MeantToDiffer = new()
    {
        ["JSON contents answered as nothing"] = "Contents without a type are what they look like.",
        ["V3 contents null against 'null' of application/json"] = "A file cannot tell the JSON document null from no contents; both are fine.",
        ["a message answered with 404"] = NoMessage,
        ["a message answered with 500"] = NoMessage,
        ["metadata that is a list"] = NoMetadata,
        ["metadata that is no base64"] = NoMetadata,
        ["contents that are null against 'abc' of text/plain"] = Nothing,
        ["contents that are null against '{}' of application/json"] = Nothing,
        ["empty contents against 'null' of application/json"] = Nothing,
        ["empty contents against '{}' of application/json"] = Nothing,
        ["empty text against 'abc' of text/plain"] = Nothing,
        ["null contents against '{}' of application/json"] = Nothing,
    };

    private static readonly Dictionary<string, string> AskedMeantToDiffer = new()
    {
        ["an answer to empty contents"] = "Empty contents keep their type.",
        ["an answer to a generator"] = "Generated values are put in before the provider is asked; the official verifier leaves that to the provider.",
    };

    private static readonly Dictionary<string, string> StatesMeantToDiffer = new()
    {
        ["query of clashing names"] = "A parameter named state or action does not take the place of the state and the action; both are sent.",
    };

    public static TheoryData<string> Names => [.. MessageFacts.All.Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_verifiers_judge_the_message_alike(string fact)
    {
        OfficialCli.SkipTestWhereAbsent();
        var ours = both.Ours[fact];
        var said = ours.Passed ? "we accept" : "we refuse: " + string.Join("; ", ours.Mismatches.Select(m => m.Description).Append(ours.Error));
        var agree = both.Official[fact] == ours.Passed;
        if (MeantToDiffer.TryGetValue(fact, out var reason)) Assert.False(agree, $"Both verifiers agree on \"{fact}\" now ({said}); take it off the list. It was there because: {reason}");
        else Assert.True(agree, $"\"{fact}\": the official verifier {(both.Official[fact] ? "accepts" : "refuses")}, {said}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_verifiers_ask_for_the_message_alike(string fact)
    {
        OfficialCli.SkipTestWhereAbsent();
        var (official, ours) = (both.Asked.Official[fact], both.Asked.Ours[fact]);
        var agree = JsonNode.DeepEquals(JsonNode.Parse(official), JsonNode.Parse(ours));
        if (AskedMeantToDiffer.TryGetValue(fact, out var reason)) Assert.False(agree, $"Both verifiers ask alike now; take it off the list. It was there because: {reason}");
        else Assert.True(agree, $"official: {official}\nours:     {ours}");
    }

    [Theory]
    [MemberData(nameof(BothVerifiers.Runs), MemberType = typeof(BothVerifiers))]
    public void Both_verifiers_change_states_alike(string run)
    {
        OfficialCli.SkipTestWhereAbsent();
        var (official, ours) = both.States[run];
        if (StatesMeantToDiffer.TryGetValue(run, out var reason)) Assert.False(official.SequenceEqual(ours), $"Both verifiers agree now; take it off the list. It was there because: {reason}");
        else Assert.True(official.SequenceEqual(ours), $"official:\n{string.Join('\n', official)}\nours:\n{string.Join('\n', ours)}");
    }

    [Fact]
    public void Every_meant_difference_names_a_fact_and_its_reason() =>
        Assert.All(MeantToDiffer.Concat(AskedMeantToDiffer), difference =>
        {
            Assert.Contains(difference.Key, MessageFacts.All.Select(fact => fact.Name));
            Assert.NotEmpty(difference.Value);
        });
}
