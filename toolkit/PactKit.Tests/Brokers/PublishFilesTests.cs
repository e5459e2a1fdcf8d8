using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

/// <summary>Publishing and the gate from code, as a build script or a test would do it.</summary>
public sealed class PublishFilesTests : IDisposable
{
    private static readonly BuildInfo Build = new() { Version = "abc", Branch = "main", BuildUrl = "https://ci.test/1" };

    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-publish-").FullName;
    private readonly FakeBroker _broker = new FakeBroker().On("POST /contracts/publish", """{"notices":[{"type":"success","text":"Published"}],"_links":{}}""");

    [Fact]
    public async Task Each_consumer_is_published_with_all_its_pacts_under_the_version_of_the_build()
    {
        Write("web-shop.json", "web", "shop");
        Write("deep/web-stock.json", "web", "stock");
        Write("app-shop.json", "app", "shop");
        using var client = Client.Of(_broker);

        var published = await client.Contracts.PublishFilesAsync([_folder], Build);

        Assert.Equal(2, published.ValueOrThrow().Count);
        var sent = _broker.Requests.Where(request => request.StartsWith("POST ", StringComparison.Ordinal)).ToList();
        Assert.Contains("\"pacticipantName\":\"app\"", sent[0], StringComparison.Ordinal);
        Assert.Contains("\"pacticipantVersionNumber\":\"abc\",\"branch\":\"main\",\"buildUrl\":\"https://ci.test/1\"", sent[1], StringComparison.Ordinal);
        Assert.Equal(3, sent[1].Split("\"providerName\"").Length);
    }

    [Fact]
    public async Task Nothing_is_sent_when_one_file_is_no_pact()
    {
        Write("web-shop.json", "web", "shop");
        File.WriteAllText(Path.Combine(_folder, "zzz.json"), "{}");
        using var client = Client.Of(_broker);

        var error = (await client.Contracts.PublishFilesAsync([_folder], Build)).Error;

        Assert.Equal(BrokerErrorKind.NotSent, error?.Kind);
        Assert.EndsWith("zzz.json' is not a pact file: it has no consumer name. Nothing was published.", error?.Message, StringComparison.Ordinal);
        Assert.Empty(_broker.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_version()
    {
        Write("web-shop.json", "web", "shop");
        using var client = Client.Of(_broker);

        Assert.StartsWith(
            "There is no version to publish under", (await client.Contracts.PublishFilesAsync([_folder], new BuildInfo())).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_that_is_refused_leaves_those_before_it_published()
    {
        Write("app-shop.json", "app", "shop");
        Write("web-shop.json", "web", "shop");
        _broker.On("POST /contracts/publish", """{"errors":{"contracts":["no"]}}""", 400);
        using var client = Client.Of(_broker);

        var error = (await client.Contracts.PublishFilesAsync([_folder], Build)).Error;

        Assert.EndsWith("Published before that: the pacts of app.", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_is_one_call()
    {
        const string question = "GET /matrix?q%5B%5D%5Bpacticipant%5D=web&q%5B%5D%5Bversion%5D=abc&latestby=cvpv&environment=production";
        _broker.On(question, """{"summary":{"deployable":false,"reason":"not verified"},"matrix":[],"_links":{}}""");
        using var client = Client.Of(_broker);

        var answer = (await client.Matrix.CanIDeployAsync("web", "abc", "production")).ValueOrThrow();

        Assert.Equal((false, "not verified"), (answer.Deployable, answer.Reason));
    }

    [Theory]
    [InlineData("PACT_BROKER_BASE_URL=https://b.test/pacts PACT_BROKER_TOKEN=t", "https://b.test/pacts", null, null, "t")]
    [InlineData("PACT_BROKER_BASE_URL=https://b.test PACT_BROKER_USERNAME=u PACT_BROKER_PASSWORD=p", "https://b.test/", "u", "p", null)]
    [InlineData("PACT_BROKER_BASE_URL=https://u:p%40@b.test", "https://b.test/", "u", "p@", null)]
    public void A_broker_is_found_in_the_variables(string variables, string url, string? user, string? password, string? token)
    {
        var options = BrokerOptions.FromEnvironment(variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

        Assert.Equal((url, user, password, token), (options?.BaseUrl.AbsoluteUri, options?.Username, options?.Password, options?.Token));
    }

    [Fact]
    public void An_address_that_is_none_is_refused_and_no_address_is_no_broker()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => BrokerOptions.FromEnvironment(new Dictionary<string, string> { ["PACT_BROKER_BASE_URL"] = "broker" }));
        Assert.StartsWith("PACT_BROKER_BASE_URL is 'broker', which is not the address of a broker", failure.Message, StringComparison.Ordinal);
        Assert.Null(BrokerOptions.FromEnvironment(new Dictionary<string, string>()));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _broker.Dispose();
    }

    private void Write(string name, string consumer, string provider)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $$"""{"consumer":{"name":"{{consumer}}"},"provider":{"name":"{{provider}}"},"interactions":[]}""");
    }
}
