using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps about what the consumer's code was handed.</summary>
public sealed class ReceivedMessageSteps(ConsumerTestSteps test)
{
    // What a consumer receives is the message, or the answer to the message it sent.
    private MessageContents Message => test.Synchronous is null ? test.Received! : test.Answers.Single();

    [Step("the received message payload will contain the \"(.+?)\" (?:JSON )?document")]
    public void Payload(string document) => HasDocument(document, Message.Contents);

    [Step("the received message content type will be \"(.+)\"")]
    public void ContentType(string type) => Assert.Equal(type, Message.ContentType().ToString());

    [Step("the received message (?:(request|response) )?metadata will contain \"(.+?)\" == \"(.+)\"")]
    public void Metadata(string part, string key, string value) => Assert.True(JsonElement.DeepEquals(MessageDraftSteps.Value(value), Part(part).Metadata[key]));

    [Step("the received message (?:(request|response) )?metadata will contain \"(.+?)\" replaced with an \"integer\"")]
    public void MetadataReplaced(string part, string key) => Assert.InRange(int.Parse(Part(part).Metadata[key].ToString()), 0, 1000);

    [Step(@"the message (?:(request|response) )?contents for ""\$\.(.+)"" will have been replaced with an ""integer""")]
    public void Replaced(string part, string name)
    {
        var value = JsonElement.Parse(Part(part).Contents.Content.Span).GetProperty(name).ToString();
        Assert.NotEqual(JsonElement.Parse(Fixtures.Bytes("basic.json")).GetProperty(name).ToString(), value);
        Assert.Matches(@"\A\d+\z", value);
    }

    internal static void HasDocument(string document, Body actual)
    {
        var expected = Fixtures.Body(MessageDraftSteps.NameOf(document));
        if (expected.ContentType!.IsJson) Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected.Content.Span), JsonNode.Parse(actual.Content.Span)));
        else Assert.Equal(expected.Content.ToArray(), actual.Content.ToArray());
    }

    private MessageContents Part(string part) => part == "response" ? test.Answers.Single() : test.Received!;
}
