using System.Net;
using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class TransportTests
{
    private static HttpResponseMessage Status(int status, string? retryAfter = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") };
        if (retryAfter is not null) answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    }

    [Fact]
    public async Task A_failing_broker_is_asked_eight_times_with_doubling_waits()
    {
        var clock = new ManualClock();
        var fake = new FakeBroker().On("GET /", Status(503));
        using var client = Client.Of(fake, clock: clock);
        var answer = await client.IndexAsync();
        Assert.Equal(8, fake.Requests.Count);
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32], clock.Waits);
        Assert.Equal((BrokerErrorKind.ServerFailure, 503), (answer.Error!.Kind, answer.Error.Status));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_broker_that_recovers_is_believed(int status)
    {
        var fake = new FakeBroker().On("GET /", Status(status)).On("GET /", """{"_links":{}}""");
        using var client = Client.Of(fake, clock: new ManualClock());
        Assert.True((await client.IndexAsync()).Succeeded);
        Assert.Equal(2, fake.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    public async Task An_answer_that_will_not_change_is_not_asked_for_again(int status)
    {
        var fake = new FakeBroker().On("GET /", Status(status));
        using var client = Client.Of(fake, clock: new ManualClock());
        Assert.Equal(status, (await client.IndexAsync()).Error?.Status);
        Assert.Single(fake.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 2026 00:00:09 GMT", 9)]
    [InlineData("86400", 120)]
    public async Task Retry_After_decides_the_wait_within_reason(string header, double seconds)
    {
        var clock = new ManualClock();
        var fake = new FakeBroker().On("GET /", Status(429, header)).On("GET /", """{"_links":{}}""");
        using var client = Client.Of(fake, clock: clock);
        await client.IndexAsync();
        Assert.Equal([seconds], clock.Waits);
    }

    [Fact]
    public async Task A_broker_that_takes_long_to_fail_is_not_asked_for_ever()
    {
        var clock = new SlowClock();
        var fake = new FakeBroker().On("GET /", Status(504));
        using var client = new PactBroker(new HttpMessageInvoker(fake), new BrokerOptions { BaseUrl = new Uri(FakeBroker.Base), Timeout = TimeSpan.FromDays(1), Patience = TimeSpan.FromDays(2) }, clock);
        var error = (await client.IndexAsync()).Error!;
        Assert.Equal(3, fake.Requests.Count);
        Assert.Equal("The broker failed to answer GET http://broker.test/ (504), 3 times in a row.", error.Message);
    }

    [Theory]
    [InlineData("http://user.test", "http://localhost:9292", "http://user.test/pacticipants")]
    [InlineData("https://user.test/broker", "http://localhost:9292", "https://user.test/broker/pacticipants")]
    [InlineData("https://user.test/broker/", "https://inner.test/broker", "https://user.test/broker/pacticipants")]
    [InlineData("https://user.test/broker", "https://inner.test/other/path", "https://user.test/broker/pacticipants")]
    [InlineData("https://user.test/broker", "", "https://user.test/broker/pacticipants")]
    [InlineData("https://user.test/broker", "/broker", "https://user.test/broker/pacticipants")]
    public async Task Links_are_put_on_the_address_the_user_gave(string given, string brokersOwn, string expected)
    {
        var path = new Uri(given).AbsolutePath.TrimEnd('/');
        var index = $$$"""{"_links":{"self":{"href":"{{{brokersOwn}}}"},"pb:pacticipants":{"href":"{{{brokersOwn}}}/pacticipants"} } }""";
        var fake = new FakeBroker().On($"GET {path}/", index).On($"GET {path}/pacticipants", "{}");
        using var client = Client.Of(fake, given);
        Assert.True((await client.Pacticipants.ListAsync()).Succeeded);
        Assert.Equal(expected, fake.Messages[^1].RequestUri?.AbsoluteUri);
    }

    [Fact]
    public async Task Names_are_percent_encoded_in_links()
    {
        var fake = new FakeBroker().On("PUT /pacticipants/A%20%26%20B/branches/feat%2F%C3%BC/versions/1%2B2", "{}", 201);
        using var client = Client.Of(fake);
        Assert.True((await client.Versions.PutOnBranchAsync("A & B", "1+2", "feat/ü")).Succeeded);
    }

    [Fact]
    public async Task A_token_wins_over_a_user_name_and_both_go_to_every_request()
    {
        var options = new BrokerOptions { BaseUrl = new Uri(FakeBroker.Base), Username = "me", Password = "pässword" };
        var fake = new FakeBroker().On("GET /pacticipants", "{}");
        using (var basic = new PactBroker(new HttpMessageInvoker(fake), options)) await basic.Pacticipants.ListAsync();
        Assert.All(fake.Messages, message => Assert.Equal("Basic bWU6cMOkc3N3b3Jk", message.Headers.Authorization?.ToString()));
        fake.Messages.Clear();
        using (var bearer = new PactBroker(new HttpMessageInvoker(fake), options with { Token = "t" })) await bearer.Pacticipants.ListAsync();
        Assert.All(fake.Messages, message => Assert.Equal("Bearer t", message.Headers.Authorization?.ToString()));
    }

    [Fact]
    public async Task An_address_where_nothing_listens_is_a_sentence_and_not_an_exception()
    {
        using var client = new PactBroker(new BrokerOptions { BaseUrl = new Uri("http://127.0.0.1:1") });
        var error = (await client.IndexAsync()).Error!;
        Assert.Equal(BrokerErrorKind.Unreachable, error.Kind);
        Assert.Equal("Could not reach the broker at http://127.0.0.1:1: nothing accepts connections at 127.0.0.1:1.", error.Message);
    }

    [Fact]
    public async Task A_redirect_tells_the_right_address_instead_of_losing_credentials_on_the_way()
    {
        var answer = Status(301);
        answer.Headers.Location = new Uri("https://broker.test/");
        using var client = Client.Of(new FakeBroker().On("GET /", answer));
        Assert.Equal(
            "http://broker.test/ leads on to https://broker.test/ (301); use that as the broker's base URL.", (await client.IndexAsync()).Error?.Message);
    }

    [Fact]
    public async Task A_web_page_is_not_taken_for_a_broker()
    {
        using var client = Client.Of(new FakeBroker().On("GET /", "<html></html>", type: "text/html"));
        var error = (await client.IndexAsync()).Error!;
        Assert.Equal(BrokerErrorKind.NotABroker, error.Kind);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_the_callers_own_doing_and_throws()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var client = new PactBroker(new BrokerOptions { BaseUrl = new Uri("http://127.0.0.1:1") });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.IndexAsync(stop.Token));
    }

    [Theory]
    [InlineData("""{"error":"No pacticipant"}""", "No pacticipant")]
    [InlineData("""{"errors":["a","b"]}""", "a|b")]
    [InlineData("""{"errors":{"name":["is missing"],"":["base"]}}""", "name: is missing|base")]
    [InlineData("""{"errors":{"url":"is bad"}}""", "url: is bad")]
    [InlineData("""{"error":{"message":"Oops","reference":"AbC"}}""", "Oops")]
    [InlineData("""{"title":"T","detail":"D","status":400}""", "D")]
    [InlineData("""{"title":"T","errors":[{"detail":"is missing","pointer":"/name"}]}""", "name: is missing")]
    [InlineData("""{"errors":[{"type":3}]}""", "")]
    [InlineData("not json", "")]
    [InlineData("", "")]
    public async Task Every_shape_of_error_the_broker_has_is_read(string body, string expected)
    {
        using var client = Client.Of(new FakeBroker().On("GET /", body, 400));
        Assert.Equal(expected, string.Join('|', (await client.IndexAsync()).Error!.Details));
    }

    [Fact]
    public async Task A_plain_text_refusal_is_shown_as_it_is()
    {
        using var client = Client.Of(new FakeBroker().On("GET /", "Use the other name.", 409, "text/plain"));
        Assert.Equal(["Use the other name."], (await client.IndexAsync()).Error!.Details);
    }

    /// <summary>Whenever somebody looks how long it took, another 8 hours went by.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private readonly ManualClock _waits = new();
        private long _looked;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _looked++ * 8 * 3600;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _waits.CreateTimer(callback, state, dueTime, period);
    }
}
