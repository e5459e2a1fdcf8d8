using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Tests.PactNet;

namespace PactKit.Tests.Compatibility;

/// <summary>Runs the consumer test that other steps describe, with a mock server in memory, and keeps the file it wrote.</summary>
public sealed class ConsumerTestSteps : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private PactSpecification _specification = PactSpecification.V4;

    internal HttpDraft? Http { get; private set; }

    internal MessageDraft? Message { get; private set; }

    internal SynchronousMessageDraft? Synchronous { get; private set; }

    /// <summary>What the consumer was handed to take: for a synchronous message, what it was to send.</summary>
    internal MessageContents? Received { get; private set; }

    internal IReadOnlyList<MessageContents> Answers { get; private set; } = [];

    internal JsonNode File => JsonNode.Parse(_folder.Read("c-p.json"))!;

    internal Exception? Failure { get; private set; }

    internal bool HasFile => _folder.Has("c-p.json");

    internal Pact Written => PactReader.Read(System.Text.Encoding.UTF8.GetBytes(_folder.Read("c-p.json")), "c-p.json").Pact!;

    // The suite says "integration" where it means version 3, and "interaction" where it means version 4.
    [Step("an (?:HTTP )?(integration|interaction) is being defined for a consumer test")]
    public void DefineHttp(string kind)
    {
        Use(kind);
        Http = new HttpDraft("a request");
        Http.SetRequest("GET", "/");
    }

    [Step("a message (integration|interaction) is being defined for a consumer test")]
    public void DefineMessage(string kind)
    {
        Use(kind);
        Message = new MessageDraft("a message");
    }

    [Step("a synchronous message (integration|interaction) is being defined for a consumer test")]
    public void DefineSynchronous(string kind)
    {
        Use(kind);
        Synchronous = new SynchronousMessageDraft("a question");
    }

    [Step("the Pact file for the test is generated")]
    [Step("the message is successfully processed")]
    public async Task Run()
    {
        await RunAsync(null);
        Assert.Null(Failure);
    }

    [Step("the message is NOT successfully processed with a \"(.+)\" exception")]
    public Task RunAndFail(string error) => RunAsync(new InvalidOperationException(error));

    [Step("the consumer test will have passed")]
    public void Passed() => Assert.Null(Failure);

    [Step("the consumer test will have failed")]
    public void Failed() => Assert.NotNull(Failure);

    [Step("the consumer test error will be \"(.+)\"")]
    public void FailedWith(string error) => Assert.Equal(error, Failure!.Message);

    public void Dispose() => _folder.Dispose();

    private void Use(string kind) => _specification = kind == "integration" ? PactSpecification.V3 : PactSpecification.V4;

    private async Task RunAsync(Exception? thrown)
    {
        var settings = new ConsumerSettings
        {
            Consumer = "c", Provider = "p", Specification = _specification, Directory = _folder.Path, InMemory = true, Warn = warning => Assert.Fail(warning),
        };
        try
        {
            if (Http is not null) await RunHttpAsync(settings);
            var messages = new MessageConsumerTest(settings);
            if (Message is not null) await messages.RunAsync(Message, message => Take(message, [], thrown));
            if (Synchronous is not null) await messages.RunAsync(Synchronous, (request, answers) => Take(request, answers, thrown));
        }
        catch (InvalidOperationException failure)
        {
            Failure = failure;
        }
    }

    private async Task RunHttpAsync(ConsumerSettings settings)
    {
        var test = new HttpConsumerTest(settings);
        test.Adopt(Http!);
        var outcome = await test.RunAsync(async server =>
        {
            using var client = new HttpClient(server.CreateHandler()) { BaseAddress = server.BaseUri };
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        });
        Assert.True(outcome.Ok);
    }

    private Task Take(MessageContents received, IReadOnlyList<MessageContents> answers, Exception? thrown)
    {
        (Received, Answers) = (received, answers);
        return thrown is null ? Task.CompletedTask : Task.FromException(thrown);
    }
}
