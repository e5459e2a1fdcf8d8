using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Upkeep;

public abstract class MigrationTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
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

public sealed class MigrationOnSqliteTests(SqliteBroker db) : MigrationTests<SqliteBroker>(db);

public sealed class MigrationOnPostgresTests(PostgresBroker db) : MigrationTests<PostgresBroker>(db);
