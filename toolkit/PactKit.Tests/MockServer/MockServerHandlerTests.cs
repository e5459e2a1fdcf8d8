using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

public sealed class MockServerHandlerTests : MockServerTests
{
    internal override Task<OpenServer> OpenAsync(MockServerOptions options, params HttpInteraction[] interactions)
    {
        var provider = new MockProvider(interactions, options);
        var client = new HttpClient(new MockServerHandler(provider)) { BaseAddress = MockServerHandler.BaseUri };
        return Task.FromResult(new OpenServer(provider, client, null));
    }

    [Fact]
    public void A_synchronous_send_works_as_well()
    {
        var provider = new MockProvider([Interactions.Get("/a")]);
        using var client = new HttpClient(new MockServerHandler(provider));

        using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "http://anything.example/a"));

        Assert.True(answer.IsSuccessStatusCode);
    }
}
