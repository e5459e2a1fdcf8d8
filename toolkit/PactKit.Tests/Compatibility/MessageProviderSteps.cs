using System.Text.Json;
using PactKit.Model;
using PactKit.Tests.Verifier;
using PactKit.Verifier;
using PactKit.Verifier.Messages;
using PactKit.Verifier.Sources;

namespace PactKit.Tests.Compatibility;

/// <summary>Steps of the features that verify a provider of messages: here one that is called directly.</summary>
public sealed class MessageProviderSteps(VerificationSteps verification)
{
    private readonly MessageProducers _producers = new();

    [Step("a provider is started that can generate the \"(.+)\" message with \"(.+)\"")]
    public void Provide(string name, string body) => Provide(name, body, []);

    [Step("a provider is started that can generate the \"(.+)\" message with \"(.+)\" and the following metadata:")]
    public void ProvideWithMetadata(string name, string body, StepTable table) => Provide(name, body, Metadata(table));

    [Step("a Pact file for \"(.+?)\":\"(.+)\" is to be verified")]
    public void Verify(string name, string body) => Add(Message(name, body));

    [Step("a Pact file for \"(.+?)\":\"(.+)\" is to be verified with provider state \"(.+)\"")]
    public void VerifyWithState(string name, string body, string state) => Add(Message(name, body) with { ProviderStates = [new ProviderState(state)] });

    [Step("a Pact file for \"(.+?)\":\"(.+)\" is to be verified, but is marked pending")]
    public void VerifyPending(string name, string body) => Add(Message(name, body) with { Pending = true });

    [Step("a Pact file for \"(.+?)\":\"(.+)\" is to be verified with the following comments:")]
    public void VerifyWithComments(string name, string body, StepTable table) => Add(Message(name, body) with
    {
        Comments = new Dictionary<string, JsonElement>
        {
            ["text"] = JsonSerializer.SerializeToElement(table.Rows.Where(row => row["type"] == "text").Select(row => row["comment"])),
            ["testname"] = JsonSerializer.SerializeToElement(table.Rows.Single(row => row["type"] == "testname")["comment"]),
        },
    });

    [Step("a Pact file for \"(.+?)\":\"(.+)\" is to be verified with the following metadata:")]
    public void VerifyWithMetadata(string name, string body, StepTable table)
    {
        var message = Message(name, body);
        Add(message with { Contents = message.Contents with { Metadata = Metadata(table) } });
    }

    [Step("a Pact file for \"(.+?)\" is to be verified with the following:")]
    public void VerifyWith(string name, StepTable table)
    {
        var given = table.Cells.ToDictionary(row => row[0], row => row[1]);
        var message = Message(name, given["body"]);
        var metadata = given.GetValueOrDefault("metadata", "").Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=', 2)).ToDictionary(entry => entry[0], entry => Value(entry[1]));
        Add(message with
        {
            Contents = message.Contents with { Metadata = metadata, MatchingRules = Fixtures.Rules(given["matching rules"]) },
        });
    }

    [Step("the verification is run")]
    public async Task Run() => verification.Report =
        await new ProviderVerifier(verification.Options with { Messages = _producers }).VerifyAsync(verification.Sources);

    private static Body BodyOf(string cell) => Fixtures.Body(cell.Replace("\\\"", "\"", StringComparison.Ordinal));

    private static AsynchronousMessage Message(string name, string body) =>
        new() { Description = name, Contents = new MessageContents { Contents = BodyOf(body) } };

    private static Dictionary<string, JsonElement> Metadata(StepTable table) => table.Rows.ToDictionary(row => row["key"], row => Value(row["value"]));

    private static JsonElement Value(string cell) => cell.StartsWith("JSON:", StringComparison.Ordinal)
        ? JsonElement.Parse(cell[5..])
        : JsonSerializer.SerializeToElement(cell);

    private void Provide(string name, string body, Dictionary<string, JsonElement> metadata)
    {
        var content = BodyOf(body);
        if (content.ContentType is { } type) metadata["contentType"] = JsonSerializer.SerializeToElement(type.ToString());
        _producers.Add(name, (_, _) => Task.FromResult(new MessageContents { Contents = content, Metadata = metadata }));
    }

    private void Add(AsynchronousMessage message) => verification.Sources.Add(new MemorySource(ProviderVerifierTests.PactOf(message)));
}
