using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class ResourceTests
{
    private const string Environments = """
        {"_links":{"pb:environments":[{"href":"{B}/environments/e1","name":"test"},{"href":"{B}/environments/e2","name":"prod"}]}}
        """;

    [Fact]
    public async Task Contracts_of_a_consumer_are_published_in_one_request()
    {
        var fake = new FakeBroker().On("POST /contracts/publish", """{"notices":[{"type":"success","text":"done"}],"_links":{"pb:contracts":[{"href":"{B}/p"}]}}""");
        using var client = Client.Of(fake);
        var published = (await client.Contracts.PublishAsync(new()
        {
            Pacticipant = "Shop", Version = "1", Branch = "main", Tags = ["dev"], BuildUrl = "u",
            Contracts = [new("Shop", "Stock", "{\"a\":1}"u8.ToArray()), new("Shop", "Mail", "{}"u8.ToArray(), Merge: true)],
        })).ValueOrThrow();
        Assert.Equal(
            """POST /contracts/publish {"pacticipantName":"Shop","pacticipantVersionNumber":"1","branch":"main","tags":["dev"],"buildUrl":"u","contracts":[{"consumerName":"Shop","providerName":"Stock","specification":"pact","contentType":"application/json","content":"eyJhIjoxfQ==","onConflict":"overwrite"},{"consumerName":"Shop","providerName":"Mail","specification":"pact","contentType":"application/json","content":"e30=","onConflict":"merge"}]}""",
            fake.Requests[^1]);
        Assert.Equal([new BrokerNotice("success", "done")], published.Notices);
        Assert.Equal("http://broker.test/p", Assert.Single(published.Contracts).Href);
    }

    [Fact]
    public async Task A_contract_that_may_not_be_changed_comes_back_with_the_difference()
    {
        var fake = new FakeBroker().On("POST /contracts/publish",
            """{"notices":[{"type":"error","text":"Cannot change"},{"type":"info","text":"- a\n+ b"}],"errors":{"contracts":["Cannot change"]}}""", 409, "application/json");
        using var client = Client.Of(fake);
        var error = (await client.Contracts.PublishAsync(new() { Pacticipant = "A", Version = "1", Contracts = [] })).Error!;
        Assert.Equal(409, error.Status);
        Assert.Equal(["contracts: Cannot change"], error.Details);
        Assert.Equal(2, error.Notices.Count);
        Assert.EndsWith("  - a\n  + b", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_is_recorded_through_the_link_of_its_environment()
    {
        var fake = new FakeBroker()
            .On("GET /pacticipants/A/versions/1", """{"_links":{"pb:record-deployment":[{"href":"{B}/d/test","name":"test"},{"href":"{B}/d/prod","name":"prod"}]}}""")
            .On("POST /d/prod", "{}", 201);
        using var client = Client.Of(fake);
        Assert.True((await client.Deployments.RecordDeploymentAsync("A", "1", "prod")).Succeeded);
        Assert.True((await client.Deployments.RecordDeploymentAsync("A", "1", "prod", "blue")).Succeeded);
        Assert.Equal(["POST /d/prod {}", "POST /d/prod {\"applicationInstance\":\"blue\",\"target\":\"blue\"}"], fake.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_environment_is_answered_with_the_known_ones()
    {
        var fake = new FakeBroker().On("GET /pacticipants/A/versions/1", """{"_links":{"pb:record-deployment":[]}}""").On("GET /environments", Environments);
        using var client = Client.Of(fake);
        Assert.Equal("There is no environment called 'qa': the broker has test, prod.", (await client.Deployments.RecordDeploymentAsync("A", "1", "qa")).Error?.Message);
    }

    [Theory]
    [InlineData(null, "PATCH /dv/none")]
    [InlineData("blue", "PATCH /dv/blue")]
    [InlineData("old", "PATCH /dv/old")]
    public async Task Only_the_instance_that_is_meant_is_undeployed(string? instance, string expected)
    {
        var fake = new FakeBroker().On("GET /environments", Environments)
            .On("GET /environments/e2", """{"_links":{"pb:currently-deployed-deployed-versions":{"href":"{B}/cd"}}}""")
            .On("GET /cd?pacticipant=A", """
                {"_embedded":{"deployedVersions":[
                  {"_links":{"self":{"href":"{B}/dv/none"}}},
                  {"applicationInstance":"blue","_links":{"self":{"href":"{B}/dv/blue"}}},
                  {"target":"old","_links":{"self":{"href":"{B}/dv/old"}}},
                  {"_embedded":{"pacticipant":{"name":"Other"}},"_links":{"self":{"href":"{B}/dv/other"}}}]}}
                """)
            .On("PATCH /dv/none", "{}").On("PATCH /dv/blue", "{}").On("PATCH /dv/old", "{}");
        using var client = Client.Of(fake);
        Assert.Single((await client.Deployments.RecordUndeploymentAsync("A", "prod", instance)).ValueOrThrow());
        Assert.Equal([expected + " {\"currentlyDeployed\":false}"], fake.Requests.Where(request => request.StartsWith("PATCH", StringComparison.Ordinal)));
        Assert.Equal("application/merge-patch+json", fake.Messages[^1].Content?.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task What_is_not_deployed_cannot_be_undeployed()
    {
        var fake = new FakeBroker().On("GET /environments", Environments)
            .On("GET /environments/e2", """{"_links":{"pb:currently-deployed-deployed-versions":{"href":"{B}/cd"}}}""")
            .On("GET /cd?pacticipant=A", """{"_embedded":{"deployedVersions":[]}}""");
        using var client = Client.Of(fake);
        Assert.Equal("A is not currently deployed to prod; there is nothing to undeploy.", (await client.Deployments.RecordUndeploymentAsync("A", "prod")).Error?.Message);
    }

    [Fact]
    public async Task The_end_of_support_is_recorded_for_one_version()
    {
        var fake = new FakeBroker().On("GET /environments", Environments)
            .On("GET /environments/e2", """{"_links":{"pb:currently-supported-released-versions":{"href":"{B}/rv"}}}""")
            .On("GET /rv?pacticipant=A&version=1", """
                {"_embedded":{"releasedVersions":[{"_embedded":{"pacticipant":{"name":"A"},"version":{"number":"2"}},"_links":{"self":{"href":"{B}/rv/2"}}},
                 {"_embedded":{"pacticipant":{"name":"A"},"version":{"number":"1"}},"_links":{"self":{"href":"{B}/rv/1"}}}]}}
                """)
            .On("PATCH /rv/1", "{}");
        using var client = Client.Of(fake);
        Assert.True((await client.Deployments.RecordSupportEndedAsync("A", "1", "prod")).Succeeded);
        Assert.Equal("PATCH /rv/1 {\"currentlySupported\":false}", fake.Requests[^1]);
    }

    [Fact]
    public async Task Updating_an_environment_sends_the_rest_of_it_along()
    {
        var fake = new FakeBroker()
            .On("GET /environments/e1", """{"uuid":"e1","name":"test","displayName":"Test","production":false,"contacts":[{"name":"us"}],"createdAt":"x","_links":{}}""")
            .On("PUT /environments/e1", "{}");
        using var client = Client.Of(fake);
        await client.Environments.UpdateAsync("e1", new() { Production = true });
        Assert.Equal("""PUT /environments/e1 {"name":"test","displayName":"Test","contacts":[{"name":"us"}],"production":true}""", fake.Requests[^1]);
    }

    [Fact]
    public async Task A_new_environment_says_whether_it_is_production_and_whom_to_ask()
    {
        var fake = new FakeBroker().On("POST /environments", "{}", 201);
        using var client = Client.Of(fake);
        await client.Environments.CreateAsync(new() { Name = "qa", ContactName = "us", ContactEmailAddress = "us@x.test" });
        Assert.Equal("""POST /environments {"name":"qa","production":false,"contacts":[{"name":"us","details":{"emailAddress":"us@x.test"}}]}""", fake.Requests[^1]);
    }

    [Fact]
    public async Task A_pacticipant_is_created_where_it_is_missing_and_changed_where_it_is_not()
    {
        var fake = new FakeBroker().On("POST /pacticipants", "{}", 201).On("GET /pacticipants/B", "{}").On("PATCH /pacticipants/B", "{}");
        using var client = Client.Of(fake);
        await client.Pacticipants.CreateOrUpdateAsync("A", new() { MainBranch = "main" });
        await client.Pacticipants.CreateOrUpdateAsync("B", new() { RepositoryUrl = "u" });
        Assert.Equal(
            ["GET /", "GET /pacticipants/A", """POST /pacticipants {"name":"A","mainBranch":"main"}""", "GET /pacticipants/B", """PATCH /pacticipants/B {"name":"B","repositoryUrl":"u"}"""],
            fake.Requests);
    }

    [Fact]
    public async Task A_deletion_answered_without_a_body_succeeded()
    {
        var fake = new FakeBroker().On("DELETE /pacticipants/A/branches/b", "", 204);
        using var client = Client.Of(fake);
        Assert.Equal(204, (await client.Versions.DeleteBranchAsync("A", "b")).ValueOrThrow().Status);
    }

    [Fact]
    public async Task A_webhook_is_sent_with_its_scope_events_and_a_body_kept_as_JSON()
    {
        var fake = new FakeBroker().On("POST /webhooks", "{}", 201);
        using var client = Client.Of(fake);
        await client.Webhooks.CreateAsync(new()
        {
            Url = "https://x.test", Method = "POST", Consumer = "A", ProviderLabel = "team", Body = "{\"a\": 1}", Username = "me", Password = "pw",
            Headers = [new("Accept", "x/y")], Events = ["contract_published"],
        });
        Assert.Equal(
            """POST /webhooks {"consumer":{"name":"A"},"provider":{"label":"team"},"events":[{"name":"contract_published"}],"request":{"url":"https://x.test","method":"POST","username":"me","password":"pw","headers":{"Accept":"x/y"},"body":{"a":1}}}""",
            fake.Requests[^1]);
    }
}
