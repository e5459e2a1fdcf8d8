using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Tests.MockServer;

public sealed class MockProviderTests
{
    // A test that has its answer and asks for the verdict at once must find its request there.
    [Fact]
    public void A_request_is_recorded_before_it_is_answered()
    {
        MockProvider? provider = null;
        var clock = new WatchingClock(() => provider!.Verdict().Requests.Count);
        var interaction = Interactions.Get("/a", response: r => r with
        {
            Body = Interactions.Json("""{"day":"2024-01-01"}"""),
            Generators = new GeneratorSet { Body = new Dictionary<string, Generator> { ["$.day"] = new DateGenerator(null, null) } },
        });
        provider = new MockProvider([interaction], new MockServerOptions { Clock = clock });

        provider.Answer(interaction.Request, MockServerHandler.BaseUri);

        Assert.Equal(1, clock.Seen);
    }

    // It is asked for the time while the answer is being made.
    private sealed class WatchingClock(Func<int> received) : TimeProvider
    {
        public int? Seen { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            Seen ??= received();
            return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }
    }
}
