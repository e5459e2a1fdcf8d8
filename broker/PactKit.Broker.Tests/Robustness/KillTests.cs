using System.Collections.Concurrent;
using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>The process dies in the middle of the work: what was acknowledged stays, what was not is whole or absent.</summary>
public abstract class KillTests<TDb>(TDb db) : IClassFixture<TDb> where TDb : LiveDatabase
{
    private const int Publishers = 8;

    // Each count is of things left half done.
    private static readonly string[] Halves =
    [
        "SELECT count(*) FROM versions v WHERE (SELECT count(*) FROM pact_publications pp WHERE pp.consumer_version_id = v.id AND pp.is_current AND pp.revision = 1) <> 2",
        "SELECT count(*) FROM versions v WHERE NOT EXISTS (SELECT 1 FROM branch_versions bv WHERE bv.version_id = v.id)",
        "SELECT count(*) FROM versions v WHERE (SELECT count(*) FROM tags t WHERE t.version_id = v.id) <> 2",
        "SELECT count(*) FROM pact_versions pv WHERE NOT EXISTS (SELECT 1 FROM pact_contents pc WHERE pc.pact_version_id = pv.id)",
        "SELECT count(*) FROM pact_versions pv WHERE NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.pact_version_id = pv.id)",
        "SELECT count(*) FROM branches b WHERE b.head_version_id IS NULL",
    ];

    [Fact]
    public async Task Every_acknowledged_publish_survives_and_nothing_is_half_there()
    {
        Assert.SkipWhen(db.SkipReason is not null, db.SkipReason ?? "");
        var url = (await db.CreateAsync())!;
        var acknowledged = new ConcurrentQueue<string>();
        for (var round = 0; round < 3; round++)
        {
            using var broker = await BrokerProcess.StartAsync(url);
            await PublishUntilKilledAsync(broker, round, acknowledged);
        }

        Assert.True(acknowledged.Count >= 3 * Publishers, $"only {acknowledged.Count} were acknowledged");
        await using var restarted = await LiveBroker.StartAsync(url);
        using var client = restarted.CreateClient();
        foreach (var sql in Halves) Assert.True(await Database.ScalarAsync(restarted.Services, sql) == 0, sql);
        var missing = new List<string>();
        foreach (var number in acknowledged)
        {
            foreach (var provider in new[] { "One", "Two" })
            {
                var answer = await new TestData(client).Get($"/pacts/provider/{provider}/consumer/Killed/version/{number}");
                if (answer.Status != HttpStatusCode.OK || (string?)answer.Json["interactions"]![0]!["description"] != number + provider) missing.Add($"{number} {provider}");
            }
        }

        Assert.Empty(missing);
        Assert.Equal(HttpStatusCode.OK, (await new TestData(client).Publish("Killed", "after", "One", branch: "main")).Status);
    }

    [Fact]
    public async Task A_broker_killed_while_it_starts_starts_again()
    {
        Assert.SkipWhen(db.SkipReason is not null, db.SkipReason ?? "");
        var url = (await db.CreateAsync())!;
        foreach (var milliseconds in new[] { 350, 500, 650, 800 })
        {
            using var broker = BrokerProcess.Launch(url);
            // Somewhere within the start: which part of it is cut off is chance, and every part must do.
            await Task.Delay(milliseconds);
            broker.Kill();
        }

        await using var started = await LiveBroker.StartAsync(url);
        using var client = started.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await new TestData(client).Publish("Foo", "1", "Bar")).Status);
    }

    private static async Task PublishUntilKilledAsync(BrokerProcess broker, int round, ConcurrentQueue<string> acknowledged)
    {
        using var client = new HttpClient { BaseAddress = broker.Address };
        var publishing = Enumerable.Range(0, Publishers).Select(async publisher =>
        {
            for (var i = 0; ; i++)
            {
                var number = $"{round}-{publisher}-{i}";
                try
                {
                    var answer = await new TestData(client).Post("/contracts/publish", Body(number));
                    Assert.True(answer.Status == HttpStatusCode.OK, $"{(int)answer.Status}: {answer.Text}");
                    acknowledged.Enqueue(number);
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
                {
                    return;
                }
            }
        }).ToArray();
        var before = acknowledged.Count;
        for (var waited = 0; acknowledged.Count < before + Publishers && waited < 400; waited++) await Task.Delay(25);
        // At another moment of the work each round.
        await Task.Delay(150 + (round * 37));
        broker.Kill();
        await Task.WhenAll(publishing);
    }

    private static object Body(string number) => new
    {
        pacticipantName = "Killed", pacticipantVersionNumber = number, branch = "main", tags = new[] { "dev", "feat" },
        contracts = new[] { "One", "Two" }.Select(provider => new
        {
            consumerName = "Killed", providerName = provider, specification = "pact", contentType = "application/json",
            content = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(TestData.Content("Killed", provider, number + provider))),
        }),
    };
}

public sealed class KillOnSqliteTests(LiveSqlite db) : KillTests<LiveSqlite>(db);

public sealed class KillOnPostgresTests(LivePostgres db) : KillTests<LivePostgres>(db);
