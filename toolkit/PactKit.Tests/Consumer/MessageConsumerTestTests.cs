using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Tests.Model;
using PactKit.Tests.PactNet;

namespace PactKit.Tests.Consumer;

public sealed class MessageConsumerTestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_synchronous_message_is_handed_over_generated_and_written_with_its_examples()
    {
        var draft = Question();
        draft.AddResponse().SetJson(IntegrationJson.Body(JsonElement.Parse("""{"price":1}""")));
        await Test().RunAsync(draft, (request, answers) =>
        {
            Assert.Equal("""{"sku":7}""", request.Contents.Text());
            Assert.Equal("""{"price":1}""", Assert.Single(answers).Contents.Text());
            return Task.CompletedTask;
        });
        var written = Assert.IsType<SynchronousMessage>(PactReader.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "c-p.json")), "c-p.json").Pact!.Interactions.Single());
        Assert.Equal("""{"sku":1}""", written.Request.Contents.Text());
        Assert.Equal(new RandomIntGenerator(7, 7), written.Request.Generators.Body["$.sku"]);
        Assert.Equal("""{"price":1}""", Assert.Single(written.Response).Contents.Text());
    }

    [Fact]
    public async Task Nothing_is_written_when_the_consumer_throws()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Test().RunAsync(Question(), (_, _) => throw new InvalidOperationException("no")));
        Assert.Equal("no", thrown.Message);
        Assert.False(_folder.Has("c-p.json"));
    }

    public void Dispose() => _folder.Dispose();

    private static SynchronousMessageDraft Question()
    {
        var draft = new SynchronousMessageDraft("a price");
        var body = BodyDraft.OfJson(IntegrationJson.Body(JsonElement.Parse("""{"sku":1}""")), "application/json");
        draft.Request.SetBody(body with { Generators = new Dictionary<string, Generator> { ["$.sku"] = new RandomIntGenerator(7, 7) } });
        return draft;
    }

    private MessageConsumerTest Test() => new(new ConsumerSettings
    {
        Consumer = "c", Provider = "p", Specification = PactSpecification.V4, Directory = _folder.Path, Warn = warning => Assert.Fail(warning),
    });
}
