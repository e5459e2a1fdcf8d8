using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Cleaning;

public sealed class CleanScheduleTests : IAsyncLifetime
{
    private readonly SqliteBroker _broker = new();

    [Fact]
    public async Task The_broker_cleans_itself_when_the_schedule_says_so()
    {
        var given = new TestData(_broker.CreateClient());
        await given.Version("Foo", "1");
        await given.Version("Foo", "2");
        // The job counts from the moment it first looks at the clock: it must have looked before the clock is moved.
        await Task.Delay(100);
        // The clock of these tests starts at ten in the morning.
        _broker.Clock.Advance(TimeSpan.FromHours(3));
        // Long enough for a run that should not be; a slower machine can only miss the fault, not invent one.
        await Task.Delay(300);
        Assert.Equal(HttpStatusCode.OK, (await given.Get("/pacticipants/Foo/versions/1")).Status);

        for (var hour = 0; hour < 24; hour++)
        {
            _broker.Clock.Advance(TimeSpan.FromHours(1));
            // The job wakes on another thread and asks for its next nap.
            await Task.Delay(20);
        }

        for (var attempt = 0; attempt < 200 && (await given.Get("/pacticipants/Foo/versions/1")).Status == HttpStatusCode.OK; attempt++) await Task.Delay(50);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Get("/pacticipants/Foo/versions/1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await given.Get("/pacticipants/Foo/versions/2")).Status);
    }

    public ValueTask InitializeAsync()
    {
        _broker.Settings["PACT_BROKER_DATABASE_CLEAN_ENABLED"] = "true";
        _broker.Settings["PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE"] = "15 2 * * *";
        _broker.Settings["PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS"] = """[{"latest":true}]""";
        return _broker.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _broker.DisposeAsync();
}
