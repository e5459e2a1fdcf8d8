using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps about the pact file that a consumer test wrote.</summary>
public sealed class PactFileSteps(ConsumerTestSteps test)
{
    private JsonArray Interactions => (test.File["messages"] is JsonArray { Count: > 0 } messages ? messages : test.File["interactions"])!.AsArray();

    private SynchronousMessage Synchronous => Assert.IsType<SynchronousMessage>(test.Written.Interactions[0]);

    [Step("a Pact file for the message interaction will have been written")]
    public void IsWritten() => Assert.True(test.HasFile);

    [Step("a Pact file for the message interaction will NOT have been written")]
    public void IsNotWritten() => Assert.False(test.HasFile);

    [Step(@"the pact file will contain (\d+) (?:message )?interactions?")]
    public void Holds(int count) => Assert.Equal(count, Interactions.Count);

    [Step("the first interaction in the Pact file will have a type of \"(.+)\"")]
    public void FirstHasType(string type) => Assert.Equal(type, (string?)Interactions[0]!["type"]);

    [Step("there will be an interaction in the Pact file with a type of \"(.+)\"")]
    public void HasType(string type) => Assert.Contains(Interactions, interaction => (string?)interaction!["type"] == type);

    [Step("the first interaction in the Pact file will have \"(.+?)\" = '(.+)'")]
    public void FirstHas(string name, string json) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), Interactions[0]![name]));

    [Step(@"the (?:interaction in the Pact file|first message in the pact file) will contain (\d+) provider states?")]
    public void HasStates(int count) => Assert.Equal(count, Interactions[0]!["providerStates"]!.AsArray().Count);

    [Step("the (?:interaction|first message) in the Pact file will contain provider state \"(.+)\"")]
    public void HasState(string name) => Assert.NotNull(State(name));

    [Step("the provider state \"(.+)\" (?:in the Pact file|for the message) will contain the following parameters:")]
    public void StateHas(string name, StepTable table) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(table.Rows.Single()["parameters"]), State(name)!["params"]));

    [Step("the first message in the pact file will contain the \"(.+)\" document")]
    public void FirstMessageHolds(string document) => ReceivedMessageSteps.HasDocument(document, Message().Contents);

    [Step("the first message in the pact file content type will be \"(.+)\"")]
    public void FirstMessageHasType(string type) => Assert.Equal(type, (string?)Interactions[0]!["metadata"]!["contentType"]);

    [Step("the first message in the pact file will contain the (?:(request) )?message metadata \"(.+?)\" == \"(.+)\"")]
    public void FirstMessageHasMetadata(string part, string key, string value)
    {
        var metadata = part == "request" ? Synchronous.Request.Metadata : Message().Metadata;
        Assert.True(JsonElement.DeepEquals(MessageDraftSteps.Value(value), metadata[key]));
    }

    [Step("the first interaction in the pact file will contain the \"(.+)\" document as the request")]
    public void RequestHolds(string document) => ReceivedMessageSteps.HasDocument(document, Synchronous.Request.Contents);

    [Step("the first interaction in the pact file will contain the \"(.+)\" document as a response")]
    public void ResponseHolds(string document) => ReceivedMessageSteps.HasDocument(document, Synchronous.Response.Single().Contents);

    [Step("the first interaction in the pact file will contain the \"(.+)\" document as the (first|second) response message")]
    public void ResponseHoldsAt(string document, string place) =>
        ReceivedMessageSteps.HasDocument(document, Synchronous.Response[place == "first" ? 0 : 1].Contents);

    [Step(@"the first interaction in the pact file will contain (\d+) response messages")]
    public void HasResponses(int count) => Assert.Equal(count, Interactions[0]!["response"]!.AsArray().Count);

    [Step("the first interaction in the pact file request content type will be \"(.+)\"")]
    public void RequestHasType(string type) => Assert.Equal(type, (string?)Interactions[0]!["request"]!["contents"]!["contentType"]);

    [Step("the first interaction in the pact file response content type will be \"(.+)\"")]
    public void ResponseHasType(string type) => Assert.Equal(type, (string?)Interactions[0]!["response"]![0]!["contents"]!["contentType"]);

    private MessageContents Message() => Assert.IsType<AsynchronousMessage>(test.Written.Interactions[0]).Contents;

    private JsonNode? State(string name) => Interactions[0]!["providerStates"]!.AsArray().SingleOrDefault(state => (string?)state!["name"] == name);
}
