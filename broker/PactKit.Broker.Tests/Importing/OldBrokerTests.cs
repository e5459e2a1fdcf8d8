using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PactKit.Broker.Importing;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Importing;

/// <summary>
/// A broker of another make and age, as far as an import sees it: behind another address than it knows itself by, in pages, without
/// environments and branches, with short versions in its lists and a matrix it is not always willing to answer.
/// </summary>
public sealed class OldBrokerTests(SqliteBroker to) : IClassFixture<SqliteBroker>, IAsyncLifetime
{
    private const string Sha = "0123456789012345678901234567890123456789";
    private const string Pair = "/pacts/provider/My%20Provider/consumer/C%2F1";
    private readonly Dictionary<string, JsonNode> _answers = [];
    private readonly Dictionary<string, int> _failures = [];
    private readonly List<string> _asked = [];

    private TestData There => new(to.CreateClient());

    [Fact]
    public async Task Pages_short_versions_and_links_under_another_address_are_followed()
    {
        Describe();
        var summary = await ImportAsync();

        var versions = (await There.Get("/pacticipants/C%2F1/versions")).Json["_embedded"]!["versions"]!.AsArray();
        Assert.Equal(["1.2", "1.1", "1.0"], versions.Select(version => (string)version!["number"]!));
        Assert.Equal("2019-03-04T05:06:07+00:00", (string)versions[2]!["createdAt"]!);
        Assert.Equal("http://ci/7", (string)versions[2]!["buildUrl"]!);
        Assert.Equal("2020-01-01T00:00:00+00:00", (string)(await There.Get("/pacticipants/C%2F1/versions/1.1/tags/prod")).Json["createdAt"]!);
        Assert.Contains("no environments", Assert.Single(summary.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sha_the_other_broker_computed_stays_and_so_do_the_ids_and_numbers()
    {
        Describe();
        await ImportAsync();

        var pact = (await There.Get($"{Pair}/version/1.0")).Json;
        Assert.Equal(Sha, (string)pact["_links"]!["pb:pact-version"]!["name"]!);
        Assert.Equal("f00", (string)pact["interactions"]![0]!["_id"]!);
        Assert.Equal("1.50", pact["interactions"]![0]!["response"]!["body"]!["price"]!.ToJsonString());
        Assert.Equal("2019-03-04T05:06:08+00:00", (string)pact["createdAt"]!);
        var result = (await There.Get($"{Pair}/pact-version/{Sha}/verification-results/77")).Json;
        Assert.Equal((true, "p9", "http://ci/8"), ((bool)result["success"]!, (string)result["providerApplicationVersion"]!, (string)result["buildUrl"]!));
        Assert.Equal("pact-ruby", (string)result["verifiedBy"]!["implementation"]!);
        Assert.Equal(1, (int)result["testResults"]![0]!["n"]!);
        Assert.Equal("2019-05-06T05:08:09+00:00", (string)result["verificationDate"]!);
    }

    [Fact]
    public async Task Without_a_sha_the_content_gets_ours_and_publishing_it_again_is_no_change()
    {
        Describe();
        var pact = _answers["/broker" + Pair + "/version/1.0"].AsObject();
        pact["_links"]!.AsObject().Remove("pb:pact-version");
        pact["_links"]!.AsObject().Remove("pb:publish-verification-results");
        await ImportAsync();

        const string Content = """{"consumer":{"name":"C/1"},"provider":{"name":"My Provider"},"interactions":[{"description":"x","request":{"method":"GET","path":"/"},"response":{"status":200,"body":{"price":1.50}}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""";
        var again = await There.Put($"{Pair}/version/1.0", Content);
        Assert.Equal(HttpStatusCode.OK, again.Status);
    }

    [Fact]
    public async Task A_pact_that_cannot_be_copied_is_named()
    {
        Describe();
        _answers.Remove("/broker" + Pair + "/version/1.0");

        var summary = await ImportAsync();
        Assert.Contains(summary.Notes, note => note.StartsWith("The pact of C/1 1.0 with My Provider could not be copied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_matrix_is_missing_the_latest_result_is_copied()
    {
        Describe();
        _answers.Remove("/broker/matrix");
        await ImportAsync();

        Assert.Equal("p9", (string)(await There.Get($"{Pair}/version/1.0/verification-results/latest")).Json["providerApplicationVersion"]!);
    }

    [Fact]
    public async Task A_broker_that_stumbles_is_asked_again()
    {
        Describe();
        _failures["/broker/pacticipants/C%2F1/versions"] = 2;
        await ImportAsync();

        Assert.Equal(HttpStatusCode.OK, (await There.Get($"{Pair}/version/1.0")).Status);
    }

    [Fact]
    public async Task A_broker_that_does_not_come_back_is_given_up_with_a_sentence()
    {
        Describe();
        _failures["/broker/pacticipants/C%2F1/versions"] = 100;

        var problem = await Assert.ThrowsAsync<ImportException>(ImportAsync);
        Assert.Contains("answered 503", problem.Message, StringComparison.Ordinal);
        Assert.Contains("run the command again", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_and_an_address_that_is_no_broker_are_told()
    {
        Assert.Contains("no Pact Broker", (await Assert.ThrowsAsync<ImportException>(ImportAsync)).Message, StringComparison.Ordinal);
        Answer("/", "{}");
        Assert.Contains("has no links", (await Assert.ThrowsAsync<ImportException>(ImportAsync)).Message, StringComparison.Ordinal);
        _failures["/broker/"] = -401;
        Assert.Contains("check --token", (await Assert.ThrowsAsync<ImportException>(ImportAsync)).Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => await to.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<ImportSummary> ImportAsync()
    {
        var options = new SourceOptions(new Uri("http://proxy.example/broker/")) { Tries = 3, FirstRetryDelay = TimeSpan.FromMilliseconds(1) };
        return new Importer(new SourceBroker(new HttpMessageInvoker(new Fake(this)), options, TimeProvider.System), new DatabaseTarget(to.Services), _ => { }).RunAsync(CancellationToken.None);
    }

    private void Answer(string path, string json) => _answers["/broker" + path] = JsonNode.Parse(json.Replace("BASE", "http://inside:9292", StringComparison.Ordinal).Replace("PAIR", Pair, StringComparison.Ordinal).Replace("SHA", Sha, StringComparison.Ordinal))!;

    private void Describe()
    {
        Answer("/", """{"_links":{"self":{"href":"BASE"}}}""");
        Answer("/pacticipants", """{"pacticipants":[{"name":"C/1","createdAt":"2019-01-01T00:00:00+00:00"},{"name":"My Provider","repositoryUrl":"http://git","createdAt":"2019-01-01T00:00:00+00:00"}],"_links":{"self":{"href":"BASE/pacticipants"}}}""");
        Answer("/pacticipants/C%2F1/versions?page=1", """
            {"_embedded":{"versions":[{"number":"1.2","createdAt":"2021-01-01T00:00:00+00:00","_links":{"self":{"href":"BASE/pacticipants/C%2F1/versions/1.2"}}},
            {"number":"1.1","createdAt":"2020-01-01T00:00:00+00:00","_links":{"self":{"href":"BASE/pacticipants/C%2F1/versions/1.1"}}}]},
            "_links":{"next":{"href":"BASE/pacticipants/C%2F1/versions?size=100&page=2"}}}
            """);
        Answer("/pacticipants/C%2F1/versions?page=2", """
            {"_embedded":{"versions":[{"number":"1.0","createdAt":"2019-03-04T05:06:07+00:00","_links":{"self":{"href":"BASE/pacticipants/C%2F1/versions/1.0"}}}]},"_links":{}}
            """);
        Answer("/pacticipants/C%2F1/versions/1.2", """{"number":"1.2","createdAt":"2021-01-01T00:00:00+00:00","_links":{}}""");
        Answer("/pacticipants/C%2F1/versions/1.1", """
            {"number":"1.1","createdAt":"2020-01-01T00:00:00+00:00","_embedded":{"tags":[{"name":"prod","_links":{"self":{"href":"BASE/gone"}}}]},"_links":{}}
            """);
        Answer("/pacticipants/C%2F1/versions/1.0", """
            {"number":"1.0","buildUrl":"http://ci/7","createdAt":"2019-03-04T05:06:07+00:00","_links":{"pb:pact-versions":[{"name":"Pact","href":"BASEPAIR/version/1.0"}]}}
            """);
        Answer("/pacticipants/My%20Provider/versions?page=1", """{"_embedded":{"versions":[{"number":"p9","createdAt":"2019-05-05T00:00:00+00:00"}]},"_links":{}}""");
        Answer(Pair + "/version/1.0", """
            {"consumer":{"name":"C/1"},"provider":{"name":"My Provider"},"interactions":[{"_id":"f00","description":"x","request":{"method":"GET","path":"/"},"response":{"status":200,"body":{"price":1.50}}}],
            "metadata":{"pactSpecification":{"version":"2.0.0"}},"createdAt":"2019-03-04T05:06:08+00:00",
            "_links":{"pb:provider":{"name":"My Provider","href":"BASE/pacticipants/My%20Provider"},"pb:pact-version":{"name":"SHA","href":"BASEPAIR/pact-version/SHA"},
            "pb:publish-verification-results":{"href":"BASEPAIR/pact-version/SHA/verification-results"}}}
            """);
        Answer("/matrix", """
            {"summary":{"deployable":true},"matrix":[{"consumer":{"name":"C/1"},"provider":{"name":"My Provider","version":{"number":"p9"}},
            "verificationResult":{"success":true,"verifiedAt":"2019-05-06T07:08:09+02:00","_links":{"self":{"href":"BASEPAIR/pact-version/SHA/metadata/Y3ZuPTEuMA/verification-results/77"}}}}]}
            """);
        const string Result = """
            {"success":true,"providerApplicationVersion":"p9","buildUrl":"http://ci/8","verificationDate":"2019-05-06T07:08:09+02:00","testResults":[{"n":1}],"verifiedBy":{"implementation":"pact-ruby"},
            "_links":{"self":{"href":"BASEPAIR/pact-version/SHA/verification-results/77"}}}
            """;
        Answer($"{Pair}/pact-version/{Sha}/metadata/Y3ZuPTEuMA/verification-results/77", Result);
        Answer($"{Pair}/pact-version/{Sha}/verification-results/latest", Result);
    }

    private sealed class Fake(OldBrokerTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (test._asked)
            {
                var path = request.RequestUri!.AbsolutePath;
                test._asked.Add(path);
                if (test._failures.TryGetValue(path, out var left))
                {
                    if (left < 0) return Task.FromResult(new HttpResponseMessage((HttpStatusCode)(-left)));
                    if (left > 0)
                    {
                        test._failures[path] = left - 1;
                        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
                    }
                }

                var page = request.RequestUri.Query.Contains("page=2", StringComparison.Ordinal) ? "?page=2" : "?page=1";
                var answer = test._answers.GetValueOrDefault(path + page) ?? test._answers.GetValueOrDefault(path);
                return Task.FromResult(answer is null
                    ? new HttpResponseMessage(HttpStatusCode.NotFound)
                    : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/hal+json") });
            }
        }
    }
}
