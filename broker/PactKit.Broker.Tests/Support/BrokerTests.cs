namespace PactKit.Broker.Tests.Support;

/// <summary>The base of tests that run once per database.</summary>
public abstract class BrokerTests(BrokerFixture fixture) : IAsyncLifetime
{
    private HttpClient? _client;

    protected BrokerFixture Fixture => fixture;

    protected HttpClient Client => _client ??= fixture.CreateClient();

    protected TestData Given => new(Client);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(fixture.SkipReason is not null, fixture.SkipReason ?? "");
        await fixture.ResetAsync();
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
