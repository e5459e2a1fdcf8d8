using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Tests.Support;
using PactKit.Broker.Upkeep;

namespace PactKit.Broker.Tests.Upkeep;

public abstract class ExampleDataTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Fact]
    public async Task A_new_broker_is_empty_unless_examples_are_asked_for()
    {
        Assert.Empty((await Given.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray());

        await using var seeded = await Fixture.WithAsync(("SEED_EXAMPLE_DATA", "true"));

        var environments = (await seeded.Given.Get("/environments")).Json["_embedded"]!["environments"]!.AsArray();
        Assert.Equal([("production", true), ("test", false)], environments.Select(e => ((string)e!["name"]!, (bool)e["production"]!)));
        Assert.Equal(["Example API", "Example App"], Names((await seeded.Given.Get("/pacticipants")).Json));
        var answer = (await seeded.Given.Get("/can-i-deploy?pacticipant=Example%20App&version=1.0.0-example&environment=test")).Json["summary"]!;
        Assert.Equal((true, 1), ((bool)answer["deployable"]!, (int)answer["success"]!));
        Assert.Equal(HttpStatusCode.OK, (await seeded.Given.Get("/pacts/provider/Example%20API/consumer/Example%20App/latest")).Status);
        Assert.Contains("Example App", (await seeded.Given.Get("/", "text/html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_go_only_into_a_database_nobody_has_used()
    {
        await Given.Environment("test");
        await using var seeded = await Fixture.WithAsync(("SEED_EXAMPLE_DATA", "true"));
        Assert.Empty((await seeded.Given.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray());
    }

    [Fact]
    public async Task Of_brokers_that_start_at_once_one_adds_the_examples()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            await using var scope = Fixture.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ExampleData>().AddAsync(CancellationToken.None);
        }));
        Assert.Single(added, yes => yes);
        Assert.Equal(2, Names((await Given.Get("/pacticipants")).Json).Count);
    }

    private static List<string> Names(JsonNode list) => list["_embedded"]!["pacticipants"]!.AsArray().Select(p => (string)p!["name"]!).ToList();
}

public sealed class ExampleDataOnSqliteTests(SqliteBroker db) : ExampleDataTests<SqliteBroker>(db);

public sealed class ExampleDataOnPostgresTests(PostgresBroker db) : ExampleDataTests<PostgresBroker>(db);
