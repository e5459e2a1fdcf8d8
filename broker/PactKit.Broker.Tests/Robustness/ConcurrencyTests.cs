using System.Net;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>Many clients at once, over sockets: every answer is a good one, and what is left is exact.</summary>
public abstract class ConcurrencyTests<TDb>(TDb db) : IClassFixture<TDb>, IAsyncLifetime where TDb : LiveDatabase
{
    private const int Clients = 50;
    private HttpClient _client = null!;

    private TestData Given => new(_client);

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(db.SkipReason is not null, db.SkipReason ?? "");
        _client = db.Broker.CreateClient();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_contract_published_by_all_is_one_revision()
    {
        var body = TestData.PublishBody("SameFoo", "1", "SameBar", TestData.Content("SameFoo", "SameBar", "same"), "main", ["dev"]);
        await AllOk(i => Given.Post("/contracts/publish", body));
        Assert.Equal(["1"], await Versions("SameFoo"));
        Assert.Single(await Embedded("/pacts/provider/SameBar/consumer/SameFoo/versions", "pacts"));
        Assert.Equal(1, await Scalar("SELECT count(*) FROM pact_publications pp JOIN pacticipants p ON p.id = pp.provider_id WHERE p.name = 'SameBar'"));
        Assert.Equal(1, await Scalar("SELECT count(*) FROM pact_versions pv JOIN pacticipants p ON p.id = pv.provider_id WHERE p.name = 'SameBar'"));
    }

    [Fact]
    public async Task Different_contracts_are_all_there()
    {
        await AllOk(i => Given.Post("/contracts/publish", TestData.PublishBody($"Many{i}", $"{i}", "ManyProvider", TestData.Content($"Many{i}", "ManyProvider", $"{i}"), "main", ["dev", "feat"])));
        Assert.Equal(Clients, (await Embedded("/pacts/provider/ManyProvider/latest", "pacts")).Length);
        Assert.Equal(Clients, await Scalar("SELECT count(*) FROM integrations i JOIN pacticipants p ON p.id = i.provider_id WHERE p.name = 'ManyProvider'"));
    }

    [Fact]
    public async Task One_version_takes_the_contracts_of_many_providers()
    {
        await AllOk(i => Given.Post("/contracts/publish", TestData.PublishBody("Fan", "1", $"Fan{i}", TestData.Content("Fan", $"Fan{i}", $"{i}"), "main")));
        Assert.Equal(["1"], await Versions("Fan"));
        Assert.Equal(["1"], await Numbers("/pacticipants/Fan/branches/main/versions"));
        for (var i = 0; i < Clients; i += 7) Assert.Equal(HttpStatusCode.OK, (await Given.Get($"/pacts/provider/Fan{i}/consumer/Fan/version/1")).Status);
        Assert.Equal(Clients, await Scalar("SELECT count(*) FROM pact_publications pp JOIN pacticipants c ON c.id = pp.consumer_id WHERE c.name = 'Fan' AND pp.revision = 1 AND pp.is_current"));
    }

    [Fact]
    public async Task Contradicting_contents_of_one_version_have_one_winner()
    {
        var answers = await All(i => Given.Post("/contracts/publish", TestData.PublishBody("Race", "1", "RaceBar", TestData.Content("Race", "RaceBar", $"{i}"))));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(Clients - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(1, await Scalar("SELECT count(*) FROM pact_publications pp JOIN pacticipants c ON c.id = pp.consumer_id WHERE c.name = 'Race'"));
    }

    [Fact]
    public async Task Contradicting_pacts_put_to_one_version_have_one_winner()
    {
        var answers = await All(i => Given.Put("/pacts/provider/PutBar/consumer/PutFoo/version/1", TestData.Content("PutFoo", "PutBar", $"{i}")));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(Clients - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(1, await Scalar("SELECT count(*) FROM pact_publications pp JOIN pacticipants c ON c.id = pp.consumer_id WHERE c.name = 'PutFoo'"));
    }

    [Fact]
    public async Task Interactions_merged_by_all_into_one_pact_are_all_kept()
    {
        await AllOk(i => Given.Patch("/pacts/provider/MergeBar/consumer/MergeFoo/version/1", TestData.Content("MergeFoo", "MergeBar", $"part {i}"), "application/json"));
        var pact = await Given.Get("/pacts/provider/MergeBar/consumer/MergeFoo/version/1");
        Assert.Equal(Clients, pact.Json["interactions"]!.AsArray().Select(interaction => (string)interaction!["description"]!).Distinct().Count());
        Assert.Equal(Clients, await Scalar("SELECT max(pp.revision) FROM pact_publications pp JOIN pacticipants c ON c.id = pp.consumer_id WHERE c.name = 'MergeFoo'"));
        Assert.Equal(1, await Scalar("SELECT count(*) FROM pact_publications pp JOIN pacticipants c ON c.id = pp.consumer_id WHERE c.name = 'MergeFoo' AND pp.is_current"));
    }

    [Fact]
    public async Task A_branch_has_one_head_and_every_version()
    {
        await AllOk(i => Given.Post("/contracts/publish", TestData.PublishBody("Twig", $"v{i}", "TwigBar", TestData.Content("Twig", "TwigBar", $"{i}"), "feat/x", ["feat"])));
        var numbers = await Numbers("/pacticipants/Twig/branches/feat%2Fx/versions");
        Assert.Equal(Enumerable.Range(0, Clients).Select(i => $"v{i}").Order(), numbers.Order());
        var head = await Given.Get("/pacticipants/Twig/branches/feat%2Fx/latest-version");
        Assert.Contains((string)head.Json["number"]!, numbers);
        Assert.Equal(1, await Scalar("SELECT count(*) FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id WHERE p.name = 'Twig' AND b.name = 'feat/x'"));
        Assert.Equal(Clients, await Scalar("SELECT count(*) FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id JOIN pacticipants p ON p.id = b.pacticipant_id WHERE p.name = 'Twig' AND b.name = 'feat/x'"));
    }

    [Fact]
    public async Task Results_of_one_provider_version_have_one_latest()
    {
        await Given.Publish("ResFoo", "1", "ResBar");
        var link = (await Given.Get("/pacts/provider/ResBar/consumer/ResFoo/version/1")).Link("pb:publish-verification-results");
        var answers = await AllOk(i => Given.PublishResult(link, "1", i % 2 == 0));
        Assert.Equal(Clients, answers.Select(answer => answer.Link("self")).Distinct().Count());
        Assert.Equal(1, await Scalar("SELECT count(*) FROM verifications v JOIN pacticipants p ON p.id = v.provider_id WHERE p.name = 'ResBar' AND v.is_latest"));
        Assert.Equal(0, await Scalar("SELECT count(*) FROM verifications v JOIN pacticipants p ON p.id = v.provider_id WHERE p.name = 'ResBar' AND v.is_latest AND v.id <> (SELECT max(x.id) FROM verifications x WHERE x.provider_id = p.id)"));
        var matrix = await Given.Get("/matrix?q[][pacticipant]=ResFoo&q[][version]=1&q[][pacticipant]=ResBar&q[][version]=1&latestby=cvpv");
        Assert.Single(matrix.Json["matrix"]!.AsArray());
    }

    [Fact]
    public async Task A_slot_has_one_current_deployment()
    {
        for (var i = 0; i < Clients; i++) await Given.Version("Slot", $"{i}");
        var environment = await Given.Environment("slot-env");
        var answers = await AllOk(i => Given.Post($"/pacticipants/Slot/versions/{i}/deployed-versions/environment/{environment}", new { applicationInstance = "blue" }));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(await Embedded($"/environments/{environment}/deployed-versions/currently-deployed", "deployedVersions"));
        Assert.Equal(Clients, await Scalar("SELECT count(*) FROM deployed_versions d JOIN pacticipants p ON p.id = d.pacticipant_id WHERE p.name = 'Slot'"));
    }

    [Fact]
    public async Task One_release_and_one_environment_come_of_many_requests()
    {
        await Given.Version("Rel", "1");
        var made = await All(i => Given.Post("/environments", new { name = "rel-env", production = false }));
        Assert.Equal(1, made.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(Clients - 1, made.Count(answer => answer.Status == HttpStatusCode.BadRequest));
        var environment = (string)made.Single(answer => answer.Status == HttpStatusCode.Created).Json["uuid"]!;
        var answers = await All(i => Given.Post($"/pacticipants/Rel/versions/1/released-versions/environment/{environment}", new { }));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(Clients - 1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Publishing_verifying_deploying_and_deleting_at_once_never_fails_the_server()
    {
        await Given.Publish("MixFoo", "0", "MixBar");
        var link = (await Given.Get("/pacts/provider/MixBar/consumer/MixFoo/version/0")).Link("pb:publish-verification-results");
        var environment = await Given.Environment("mix-env");
        await All(i => (i % 7) switch
        {
            0 => Given.Post("/contracts/publish", TestData.PublishBody("MixFoo", $"{i}", "MixBar", TestData.Content("MixFoo", "MixBar", $"{i % 3}"), "main", ["dev"])),
            1 => Given.PublishResult(link, $"{i % 4}", true),
            2 => Given.Delete($"/pacticipants/MixFoo/versions/{i - 2}"),
            3 => Given.Post($"/pacticipants/MixFoo/versions/0/deployed-versions/environment/{environment}", new { }),
            4 => Given.Delete("/pacticipants/MixFoo/branches/main"),
            5 => Given.Get("/matrix?q[][pacticipant]=MixFoo&latestby=cvpv"),
            _ => Given.Post("/pacts/provider/MixBar/for-verification", new { includePendingStatus = true, providerVersionBranch = "main" }),
        });
        Assert.Equal(HttpStatusCode.OK, (await Given.Publish("MixFoo", "last", "MixBar", branch: "main")).Status);
        Assert.Equal("last", (string?)(await Given.Get("/pacticipants/MixFoo/branches/main/latest-version")).Json["number"]);
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once_and_share_the_database()
    {
        var url = (await db.CreateAsync())!;
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => LiveBroker.StartAsync(url))));
        try
        {
            var clients = nodes.Select(node => node.CreateClient()).ToArray();
            await AllOk(i => new TestData(clients[i % clients.Length]).Post("/contracts/publish",
                TestData.PublishBody("Node", $"{i / 2}", "NodeBar", TestData.Content("Node", "NodeBar", $"{i / 2}"), "main")));
            foreach (var client in clients)
            {
                var list = await new TestData(client).Get("/pacticipants/Node/branches/main/versions");
                Assert.Equal(Clients / 2, list.Json["_embedded"]!["versions"]!.AsArray().Count);
                client.Dispose();
            }
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private static async Task<Answer[]> All(Func<int, Task<Answer>> send)
    {
        using var gate = new SemaphoreSlim(0, Clients);
        var sending = Enumerable.Range(0, Clients).Select(async i =>
        {
            await gate.WaitAsync();
            return await send(i);
        }).ToArray();
        gate.Release(Clients);
        var answers = await Task.WhenAll(sending);
        Assert.Empty(answers.Where(answer => (int)answer.Status >= 500).Select(answer => $"{(int)answer.Status}: {answer.Text}"));
        return answers;
    }

    private static async Task<Answer[]> AllOk(Func<int, Task<Answer>> send)
    {
        var answers = await All(send);
        Assert.Empty(answers.Where(answer => (int)answer.Status >= 300).Select(answer => $"{(int)answer.Status}: {answer.Text}"));
        return answers;
    }

    private async Task<string[]> Embedded(string url, string list)
    {
        var answer = await TestData.Ok(Given.Get(url));
        return (answer.Json["_embedded"]?[list] ?? answer.Json["_links"]![$"pb:{list}"])!.AsArray().Select(item => item!.ToJsonString()).ToArray();
    }

    private async Task<string[]> Numbers(string url) =>
        [.. (await TestData.Ok(Given.Get(url))).Json["_embedded"]!["versions"]!.AsArray().Select(version => (string)version!["number"]!)];

    private Task<string[]> Versions(string pacticipant) => Numbers($"/pacticipants/{pacticipant}/versions");

    private Task<long> Scalar(string sql) => Database.ScalarAsync(db.Broker.Services, sql);
}

public sealed class ConcurrencyOnSqliteTests(LiveSqlite db) : ConcurrencyTests<LiveSqlite>(db);

public sealed class ConcurrencyOnPostgresTests(LivePostgres db) : ConcurrencyTests<LivePostgres>(db);
