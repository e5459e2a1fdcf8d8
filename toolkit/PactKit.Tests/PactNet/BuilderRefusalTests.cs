using System.Net;
using System.Net.Sockets;
using PactNet;
using PactNet.Matchers;
using IPAddress = System.Net.IPAddress;

namespace PactKit.Tests.PactNet;

/// <summary>What cannot work is refused with a sentence that says what to do.</summary>
public sealed class BuilderRefusalTests : ConsumerTest
{
    [Theory]
    [InlineData("X", "a\r\nSet-Cookie: b")]
    [InlineData("X\n", "a")]
    public void A_header_nobody_can_send_is_refused_where_it_is_written(string name, string value)
    {
        var request = V4().UponReceiving("x").WithRequest(HttpMethod.Get, "/a");
        Assert.Contains("line break", Assert.Throws<ArgumentException>(() => request.WithHeader(name, value)).Message, StringComparison.Ordinal);
        var response = request.WillRespond();
        Assert.Contains("line break", Assert.Throws<ArgumentException>(() => response.WithHeader(name, value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_none_is_refused_with_what_to_do()
    {
        var pact = Pact.V4("c", "p", new PactConfig());
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => pact.WithHttpInteractions(70000));
        Assert.Contains("Use a port from 1 to 65535, or leave it out", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_says_so()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractions(port: ((IPEndPoint)taken.LocalEndpoint).Port);
        Simple(pact, "/a");

        var failure = Assert.Throws<InvalidOperationException>(() => pact.Verify(_ => { }));

        Assert.Contains("Unable to start mock server", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolder_that_cannot_be_written_says_so()
    {
        var file = Folder.Write("taken", "");
        var config = Config();
        config.PactDir = Path.Combine(file, "pacts");
        var pact = Pact.V4("c", "p", config).WithHttpInteractions();
        Simple(pact, "/a");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(context => GetAsync(context, "a")));

        Assert.Contains("could not be written", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_pact_is_left_as_it_was()
    {
        Folder.Write("c-p.json", "mine");
        var pact = V4();
        Simple(pact, "/a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => pact.VerifyAsync(context => GetAsync(context, "a")));

        Assert.Equal("mine", Folder.Read("c-p.json"));
    }

    [Fact]
    public void Calls_in_the_wrong_order_say_what_to_call()
    {
        var pact = V4();
        var request = pact.UponReceiving("d");

        Assert.Contains("WithRequest", Assert.Throws<InvalidOperationException>(() => request.WillRespond()).Message, StringComparison.Ordinal);
        Assert.Contains("'d'", Assert.Throws<InvalidOperationException>(() => pact.Verify(_ => { })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "p")]
    [InlineData("c", " ")]
    [InlineData(null, "p")]
    public void Names_must_not_be_blank(string? consumer, string? provider)
    {
        var failure = Assert.Throws<ArgumentException>(() => Pact.V4(consumer!, provider!));

        Assert.Equal(consumer == "c" ? "provider" : "consumer", failure.ParamName);
    }

    [Fact]
    public async Task Null_callbacks_are_ArgumentExceptions()
    {
        Assert.Throws<ArgumentException>(() => V4().Verify(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => V4().VerifyAsync(null!));
        Assert.Throws<ArgumentException>(() => new MinMaxTypeMatcher("x"));
    }
}
