using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;
using PactKit.Broker.Upkeep;

namespace PactKit.Broker.Tests.Upkeep;

public abstract class CleanUpTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Fact]
    public async Task Only_old_versions_that_nobody_needs_are_taken_away()
    {
        await Given.TellAsync("""
            Foo 1 {main} -> Bar; Foo 2 {main} -> Bar; Foo 3 {feat} -> Bar; Foo 4 [prod] -> Bar; Foo 5 {main} -> Bar; Foo 5b {main} -> Bar;
            Bar b1 ok Foo 1; Bar b1 ok Foo 1; Bar b2 ok Foo 2; Foo 5 deployed test
            """);
        Fixture.Clock.Advance(TimeSpan.FromDays(91));
        await Given.Publish("Foo", "6", "Bar");

        await using var scope = Fixture.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);

        Assert.Equal(3, report.Versions);
        var numbers = (await Given.Get("/pacticipants/Foo/versions")).Json["_embedded"]!["versions"]!.AsArray().Select(version => (string)version!["number"]!);
        Assert.Equal(["6", "5b", "5", "4", "3"], numbers);
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Bar/versions/b2")).Status);
    }

    [Fact]
    public async Task The_schema_goes_down_and_up_again()
    {
        var dialect = Fixture.Services.GetRequiredService<Dialect>();
        await Migrator.MigrateDownAsync(dialect, 0, CancellationToken.None);
        await Migrator.MigrateUpAsync(dialect, CancellationToken.None);
        await Given.Publish("Foo", "1", "Bar");
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacts/provider/Bar/consumer/Foo/latest")).Status);
    }
}

public sealed class CleanUpOnSqliteTests(SqliteBroker db) : CleanUpTests<SqliteBroker>(db);

public sealed class CleanUpOnPostgresTests(PostgresBroker db) : CleanUpTests<PostgresBroker>(db);
