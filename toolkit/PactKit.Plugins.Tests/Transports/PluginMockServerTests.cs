using Google.Protobuf;
using PactKit.Plugins.Protocol;
using PactKit.Plugins.Transports;

namespace PactKit.Plugins.Tests.Transports;

public sealed class PluginMockServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugins_mock_server_is_started_asked_and_shut_down()
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Answer<StartMockServerRequest>(_ => new StartMockServerResponse { Details = new MockServerDetails { Key = "s1", Port = 4711, Address = "http://127.0.0.1:4711" } });
        fake.Answer<MockServerRequest>(_ => new MockServerResults { Ok = true });
        fake.Answer<ShutdownMockServerRequest>(_ => new ShutdownMockServerResponse
        {
            Results =
            {
                new MockServerResult { Path = "Area/Of", Mismatches = { new ContentMismatch { Path = "$.side", Mismatch = "Expected 3" }, new ContentMismatch { Mismatch = "No body" } } },
                new MockServerResult { Path = "Area/None", Error = "no such call" },
            },
        });
        using var host = new PluginHost(fake.Options);

        MockServerRun run;
        await using (var server = await PluginMockServer.StartAsync(host.Load("fake"), "{\"a\":1}", Cancellation))
        {
            Assert.Equal(("s1", 4711, "http://127.0.0.1:4711"), (server.Key, server.Port, server.Address));
            Assert.True((await server.ResultsAsync(Cancellation)).Ok);
            run = await server.ShutdownAsync(Cancellation);
        }

        var start = Assert.Single(fake.Requests.OfType<StartMockServerRequest>());
        Assert.Equal(("127.0.0.1", 0u, false, "{\"a\":1}"), (start.HostInterface, start.Port, start.Tls, start.Pact));
        Assert.Equal("s1", Assert.Single(fake.Requests.OfType<MockServerRequest>()).ServerKey);
        Assert.Equal("s1", Assert.Single(fake.Requests.OfType<ShutdownMockServerRequest>()).ServerKey);
        Assert.False(run.Ok);
        Assert.Equal(["Area/Of: $.side: Expected 3; No body", "Area/None: no such call"], run.Results.Select(one => $"{one.Path}: {string.Join("; ", one.Mismatches)}{one.Error}"));
    }

    public static TheoryData<IMessage, string> Refusals => new()
    {
        { new StartMockServerResponse { Error = "no port" }, "The plugin fake 1.0.0 did not start a mock server: no port" },
        { new StartMockServerResponse(), "The plugin fake 1.0.0 answered StartMockServer with neither an error nor a server." },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task A_mock_server_that_does_not_start_is_told(IMessage answer, string expected)
    {
        await using var fake = await FakePlugin.StartAsync();
        fake.Answer<StartMockServerRequest>(_ => answer);
        using var host = new PluginHost(fake.Options);

        var fault = await Assert.ThrowsAsync<PluginException>(() => PluginMockServer.StartAsync(host.Load("fake"), "{}", Cancellation));

        Assert.Equal(expected, fault.Message);
    }
}
