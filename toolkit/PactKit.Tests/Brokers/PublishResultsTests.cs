using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class PublishResultsTests
{
    private static readonly PactToVerify Pact = new()
    {
        Url = new Uri("http://broker.test/pact"),
        Json = "{}"u8.ToArray(),
        Name = "Pact between Shop (1) and Stock",
        PublishResultsUrl = new Uri("http://broker.test/results"),
        ProviderUrl = new Uri("http://broker.test/pacticipants/Stock"),
    };

    private static readonly VerificationResults Results = new()
    {
        Success = false,
        ProviderVersion = "77aa",
        ProviderBranch = "feat/x",
        ProviderTags = ["dev"],
        BuildUrl = "https://ci.test/1",
        ImplementationVersion = "1.0",
        Interactions =
        [
            new("id1", "gets a user", false) { Mismatches = [new("body", "$.name", "is missing"), new("status", null, "200 but was 500")] },
            new("id2", "creates a user", true),
            new(null, "is broken", false) { Exceptions = ["no connection"] },
        ],
    };

    private static FakeBroker Broker() => new FakeBroker()
        .On("GET /pacticipants/Stock", """
            {"_links":{"pb:branch-version":{"href":"{B}/pacticipants/Stock/branches/{branch}/versions/{version}","templated":true},
             "pb:version-tag":{"href":"{B}/pacticipants/Stock/versions/{version}/tags/{tag}","templated":true}}}
            """)
        .On("PUT /pacticipants/Stock/branches/feat%2Fx/versions/77aa", "{}", 201)
        .On("PUT /pacticipants/Stock/versions/77aa/tags/dev", "{}", 201)
        .On("POST /results", """{"success":false}""", 201);

    [Fact]
    public async Task Branch_and_tags_are_set_before_the_results_are_posted()
    {
        var fake = Broker();
        using var client = Client.Of(fake);
        Assert.True((await client.Verifications.PublishAsync(Pact, Results)).Succeeded);
        Assert.Equal(
            [
                "GET /pacticipants/Stock", "PUT /pacticipants/Stock/branches/feat%2Fx/versions/77aa {}",
                "PUT /pacticipants/Stock/versions/77aa/tags/dev {}",
                """POST /results {"success":false,"providerApplicationVersion":"77aa","buildUrl":"https://ci.test/1","verifiedBy":{"implementation":"PactKit","version":"1.0"},"testResults":[{"interactionId":"id1","interactionDescription":"gets a user","success":false,"mismatches":[{"attribute":"body","identifier":"$.name","description":"is missing"},{"attribute":"status","description":"200 but was 500"}]},{"interactionId":"id2","interactionDescription":"creates a user","success":true},{"interactionDescription":"is broken","success":false,"exceptions":[{"message":"no connection"}]}]}""",
            ],
            fake.Requests);
        Assert.All(fake.Messages.Skip(1), message => Assert.Equal("application/json", message.Content?.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task The_branch_of_a_version_is_set_once_however_many_pacts_were_verified()
    {
        var fake = Broker();
        using var client = Client.Of(fake);
        await client.Verifications.PublishAsync(Pact, Results);
        await client.Verifications.PublishAsync(Pact, Results);
        Assert.Equal(2, fake.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)));
        Assert.Equal(2, fake.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_branch_that_cannot_be_set_keeps_the_results_back()
    {
        var fake = Broker().On("PUT /pacticipants/Stock/branches/bad/versions/77aa", """{"errors":{"branch":["cannot be"]}}""", 400);
        using var client = Client.Of(fake);
        var answer = await client.Verifications.PublishAsync(Pact, Results with { ProviderBranch = "bad" });
        Assert.Equal(400, answer.Error?.Status);
        Assert.DoesNotContain(fake.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pact_that_offers_no_place_for_results_cannot_be_reported_on()
    {
        using var client = Client.Of(new FakeBroker());
        var answer = await client.Verifications.PublishAsync(Pact with { PublishResultsUrl = null }, Results);
        Assert.Equal(BrokerErrorKind.NotOffered, answer.Error?.Kind);
    }
}
