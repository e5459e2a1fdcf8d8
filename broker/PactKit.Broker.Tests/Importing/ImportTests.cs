using System.Net;
using System.Text.RegularExpressions;
using PactKit.Broker.Importing;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Importing;

/// <summary>From a broker of ours to another: what can be asked of the first can be asked of the second.</summary>
public abstract class ImportTests<TFrom, TTo>(TFrom from, TTo to) : BrokerTests(from) where TFrom : BrokerFixture where TTo : BrokerFixture
{
    private static readonly string[] SameOnBoth =
    [
        "/pacticipants", "/pacticipants/Foo", "/pacticipants/Foo/versions", "/pacticipants/Bar/versions", "/pacticipants/Foo/branches", "/pacticipants/Foo/branches/feat%2Fx",
        "/pacticipants/Foo/versions/1/tags/prod", "/pacticipants/Foo/latest-version", "/pacticipants/Foo/latest-version/prod", "/labels", "/pacts/latest",
        "/pacts/provider/Bar/consumer/Foo/version/1", "/pacts/provider/Bar/consumer/Foo/version/3", "/pacts/provider/Bar/consumer/Foo/versions",
        "/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest", "/environments", "/webhooks",
        "/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar", "/can-i-deploy?pacticipant=Foo&version=3&environment=test", "/pacts/provider/Bar/for-verification",
        "/can-i-deploy?pacticipant=Bar&version=b1&environment=prod",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everything_that_can_be_reached_is_there_afterwards(bool overHttp)
    {
        await TellAsync();
        var there = await TargetAsync();

        var summary = await ImportAsync(overHttp);

        await AssertSameAsync(there);
        Assert.Equal((2, 3, 6, 5), (summary.Read["environments"], summary.Read["pacticipants"], summary.Read["versions"], summary.Read["results"]));
        var compared = await CompareAsync(overHttp);
        Assert.Empty(compared.Different);
        Assert.True(compared.Asked >= 9, $"{compared.Asked} questions");
    }

    [Fact]
    public async Task Shas_ids_of_interactions_and_numbers_of_results_survive_and_the_next_publication_is_no_change()
    {
        await TellAsync();
        var there = await TargetAsync();
        await ImportAsync();

        const string Url = "/pacts/provider/Bar/consumer/Foo/version/1";
        var (before, after) = ((await Given.Get(Url)).Json, (await there.Get(Url)).Json);
        Assert.Equal((string)before["interactions"]![0]!["_id"]!, (string)after["interactions"]![0]!["_id"]!);
        Assert.Equal((string)before["_links"]!["pb:pact-version"]!["name"]!, (string)after["_links"]!["pb:pact-version"]!["name"]!);
        var again = await there.Publish("Foo", "1", "Bar", branch: "main");
        Assert.Contains("Updated Foo version 1", again.Text, StringComparison.Ordinal);
        var (here, next) = (await Given.Verify("Foo", "1", "Bar", "b7", true), await there.Verify("Foo", "1", "Bar", "b7", true));
        Assert.Equal(here.Headers["Location"], next.Headers["Location"]);
        await there.Version("Foo", "newest");
        Assert.Equal("newest", (string)(await there.Get("/pacticipants/Foo/latest-version")).Json["number"]!);
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_brings_what_is_new()
    {
        await TellAsync();
        var there = await TargetAsync();
        await ImportAsync();

        Assert.Equal(0, (await ImportAsync()).Added);
        await Given.TellAsync("Foo 7 {main} -> Bar; Bar b8 ok Foo 7; Bar b8 deployed test");
        Assert.True((await ImportAsync()).Added > 0);

        await AssertSameAsync(there);
        Assert.Empty((await CompareAsync()).Different);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(14)]
    [InlineData(19)]
    [InlineData(24)]
    [InlineData(29)]
    public async Task Interrupted_at_any_request_it_goes_on_without_doubles(int requests)
    {
        await TellAsync();
        var there = await TargetAsync();

        await Assert.ThrowsAsync<ImportException>(() => ImportAsync(breakAfter: requests));
        await ImportAsync();

        await AssertSameAsync(there);
    }

    [Fact]
    public async Task Secrets_of_webhooks_are_left_out_and_such_a_webhook_is_switched_off()
    {
        await TellAsync();
        var there = await TargetAsync();

        var summary = await ImportAsync();

        var hook = (await there.Get("/webhooks/0123456789abcdef0123")).Json;
        Assert.False((bool)hook["enabled"]!);
        Assert.Equal("application/json", (string)hook["request"]!["headers"]!["content-type"]!);
        Assert.Null(hook["request"]!["headers"]!["authorization"]);
        Assert.Contains("0123456789abcdef0123", Assert.Single(summary.Notes), StringComparison.Ordinal);
        Assert.True((bool)(await there.Get("/webhooks/open5678901234567890")).Json["enabled"]!);
    }

    [Fact]
    public async Task An_answer_that_differs_is_told()
    {
        await TellAsync();
        var there = await TargetAsync();
        await ImportAsync();
        await there.Verify("Foo", "1", "Bar", "b1", success: false);

        Assert.Contains("Foo 1 to test: the other broker says yes, this one no", (await CompareAsync()).Different);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.OK)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"versions":[{}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"versions":[null]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"pacticipants":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"pacticipants":[{"name":"a\u0000b","labels":[],"createdAt":"2026-01-01T00:00:00Z"}]}""", HttpStatusCode.BadRequest)]
    public async Task The_resource_takes_whole_batches_only(string body, HttpStatusCode status)
    {
        var there = await TargetAsync();
        Assert.Equal(status, (await there.Post(ImportApi.Path, body)).Status);
        Assert.Empty((await there.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray());
    }

    private async Task AssertSameAsync(TestData there)
    {
        foreach (var url in SameOnBoth) Assert.Equal((url, Scrubbed(await Given.Get(url))), (url, Scrubbed(await there.Get(url))));
    }

    // The token that travels with a pact holds ids of the database.
    private static string Scrubbed(Answer answer) => Regex.Replace(answer.Text, "/metadata/[A-Za-z0-9_-]+", "", RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task TellAsync()
    {
        const string Story = """
            env test; env prod; Foo 1 [prod] {main} -> Bar; Foo 2 {feat/x} -> Bar; Foo 3 {main} -> Bar; Foo 3 -> Baz; Bar b1 {main} ok Foo 1; Bar b2 fail Foo 1; Bar b1 ok Foo 3; Bar b1 ok Foo 2;
            Bar b1 deployed test; Foo 1 deployed test (one); Foo 2 deployed test (one); Foo 1 deployed test; Foo 1 released prod; Bar b2 released prod; Foo 2
            """;
        // A broker tells times in whole seconds: what happens in the same one cannot be put in order by anybody else.
        foreach (var sentence in Story.Split(';'))
        {
            Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Given.TellAsync(sentence);
        }

        await Given.Verify("Foo", "1", "Bar", "b1", success: true);
        await Given.Put("/pacticipants/Foo/labels/ui");
        await Given.Version("Baz", "z1");
        await Given.Patch("/pacticipants/Foo", new { repositoryUrl = "http://example.org/foo", displayName = "The Foo" });
        var headers = new Dictionary<string, string> { ["Authorization"] = "secret", ["Content-Type"] = "application/json" };
        await HookAsync("0123456789abcdef0123", headers);
        await HookAsync("open5678901234567890", []);
    }

    private async Task HookAsync(string uuid, Dictionary<string, string> headers) => await TestData.Ok(Given.Put("/webhooks/" + uuid, new
    {
        description = "calls", provider = new { name = "Bar" }, events = new[] { new { name = "provider_verification_published" } },
        request = new { method = "POST", url = "https://127.0.0.1:1/x", headers, body = new { a = 1 } },
    }));

    private async Task<TestData> TargetAsync()
    {
        Assert.SkipWhen(to.SkipReason is not null, to.SkipReason ?? "");
        await to.ResetAsync();
        return new TestData(to.CreateClient());
    }

    private async Task<ImportSummary> ImportAsync(bool overHttp = false, int? breakAfter = null) =>
        await new Importer(Source(breakAfter), Target(overHttp), _ => { }).RunAsync(CancellationToken.None);

    private async Task<ComparedAnswers> CompareAsync(bool overHttp = false) => await new DeployComparison(Source(null), Target(overHttp)).RunAsync(CancellationToken.None);

    private IImportTarget Target(bool overHttp) => overHttp ? new HttpTarget(to.CreateClient(), new Uri("http://example.org"), null) : new DatabaseTarget(to.Services);

    private SourceBroker Source(int? breakAfter) =>
        new(new Breaking(Fixture.CreateClient(), breakAfter ?? int.MaxValue), new SourceOptions(new Uri("http://example.org")) { Tries = 1 }, TimeProvider.System);

    /// <summary>Answers so many requests, and then none any more.</summary>
    private sealed class Breaking(HttpClient inner, int after) : HttpMessageInvoker(new HttpClientHandler())
    {
        private int _requests;

        public override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref _requests) > after ? throw new HttpRequestException("The line is dead.") : await inner.SendAsync(request, cancellationToken);
    }
}

public sealed class ImportFromSqliteToSqliteTests(SqliteBroker from, OtherSqliteBroker to)
    : ImportTests<SqliteBroker, OtherSqliteBroker>(from, to), IClassFixture<SqliteBroker>, IClassFixture<OtherSqliteBroker>;

public sealed class ImportFromSqliteToPostgresTests(SqliteBroker from, PostgresBroker to)
    : ImportTests<SqliteBroker, PostgresBroker>(from, to), IClassFixture<SqliteBroker>, IClassFixture<PostgresBroker>;

public sealed class ImportFromPostgresToSqliteTests(PostgresBroker from, SqliteBroker to)
    : ImportTests<PostgresBroker, SqliteBroker>(from, to), IClassFixture<PostgresBroker>, IClassFixture<SqliteBroker>;
