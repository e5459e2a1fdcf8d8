using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Robustness;

public sealed class BodyLimitTests(LiveSqlite db) : IClassFixture<LiveSqlite>
{
    private const int Limit = 4096;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused_with_the_limit(bool chunked)
    {
        await using var broker = await LiveBroker.StartAsync((await db.CreateAsync())!, builder => builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = Limit));
        using var client = broker.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/contracts/publish", UriKind.Relative));
        request.Content = new StringContent($"{{\"pacticipantName\":\"{new string('a', Limit)}\"}}", Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("larger than the 4096 bytes this broker takes", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await new TestData(client).Get("/pacticipants")).Status);
    }

    [Fact]
    public async Task A_claimed_length_beyond_the_limit_is_refused_before_the_bytes_are_sent()
    {
        var request = new RawRequest("POST", "/contracts/publish", "application/json", null, "application/hal+json") { Length = 200_000_000 };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var answer = await RawHttp.SendAsync(db.Broker.Address, request, patience.Token);
        Assert.Equal(413, answer.Status);
        Assert.Contains("larger than the 134217728 bytes", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, HttpStatusCode.OK)]
    [InlineData(51, HttpStatusCode.BadRequest)]
    [InlineData(1_000_000, HttpStatusCode.BadRequest)]
    public async Task Fifty_levels_of_nesting_are_enough(int levels, HttpStatusCode expected)
    {
        using var client = db.Broker.CreateClient();
        var nested = new string('[', levels - 1) + "1" + new string(']', levels - 1);
        var answer = await new TestData(client).Put("/pacticipants/Deep/versions/1", $"{{\"x\":{nested}}}");
        Assert.True(answer.Status == expected || (expected == HttpStatusCode.OK && answer.Status == HttpStatusCode.Created), $"{(int)answer.Status} {answer.Text}");
        if (expected == HttpStatusCode.BadRequest) Assert.Contains("depth of 50", (string)answer.Json["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", HttpStatusCode.Created)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("[[]]", HttpStatusCode.BadRequest)]
    public async Task An_empty_array_is_no_level(string innermost, HttpStatusCode expected)
    {
        using var client = db.Broker.CreateClient();
        var nested = new string('[', 49) + innermost + new string(']', 49);
        await new TestData(client).Delete("/pacticipants/Innermost");
        Assert.Equal(expected, (await new TestData(client).Put("/pacticipants/Innermost/versions/1", $"{{\"x\":{nested}}}")).Status);
    }

    [Fact]
    public async Task The_limits_can_be_set()
    {
        await using var broker = await LiveBroker.StartAsync((await db.CreateAsync())!, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PACT_BROKER_MAX_BODY_BYTES"] = "2048", ["PACT_BROKER_MAX_JSON_DEPTH"] = "12",
        }));
        using var client = broker.CreateClient();
        var given = new TestData(client);
        Assert.Equal(HttpStatusCode.BadRequest, (await given.Put("/pacticipants/Deep/versions/1", $"{{\"x\":{new string('[', 12)}1{new string(']', 12)}}}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await given.Put("/pacticipants/Deep/versions/1", $"{{\"x\":{new string('[', 11)}1{new string(']', 11)}}}")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await given.Post("/pacticipants", $"{{\"name\":\"{new string('a', 2100)}\"}}")).Status);
    }
}
