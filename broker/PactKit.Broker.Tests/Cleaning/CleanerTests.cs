using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Cleaning;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Cleaning;

public abstract class CleanerTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private static readonly CleanSettings NoBranches = new() { KeepBranches = [] };

    [Theory]
    [MemberData(nameof(KeepCases.Selectors), MemberType = typeof(KeepCases))]
    public async Task Selectors_keep_what_they_describe_and_what_is_deployed_or_released(string longAgo, string since, string selectors, string left)
    {
        await Given.TellAsync(longAgo);
        Fixture.Clock.Advance(TimeSpan.FromDays(100));
        await Given.TellAsync(since);
        var settings = NoBranches with { KeepVersions = CleanSettings.ForVersions(KeepSelectorReader.Read(selectors)) };

        var foretold = await CleanAsync(settings with { DryRun = true });
        var before = await NumbersAsync("Foo");
        var report = await CleanAsync(settings);

        Assert.Equal(left.Split(' ', StringSplitOptions.RemoveEmptyEntries), await NumbersAsync("Foo"));
        Assert.Equal(before.Count - (await NumbersAsync("Foo")).Count, foretold.Pacticipants.Single(p => p.Name == "Foo").ToDelete.Count);
        Assert.Equal(report.Counts, foretold.Counts);
        Assert.Equal(report.Pacticipants, foretold.Pacticipants);
        Assert.Equal(0, (await CleanAsync(settings)).Deleted("versions"));
    }

    [Fact]
    public async Task By_default_latest_versions_heads_deployed_released_and_young_ones_stay()
    {
        await Given.TellAsync("""
            Foo 1 {main} -> Bar; Foo 2 {main} -> Bar; Foo 3 {feat} -> Bar; Foo 4 [prod] -> Bar; Foo 5 {main} -> Bar; Foo 5b {main} -> Bar;
            Bar b1 ok Foo 1; Bar b1 ok Foo 1; Bar b2 ok Foo 2; Foo 5 deployed test
            """);
        Fixture.Clock.Advance(TimeSpan.FromDays(91));
        await Given.Publish("Foo", "6", "Bar");

        var report = await CleanAsync(NoBranches);

        Assert.Equal(3, report.Deleted("versions"));
        Assert.Equal(["3", "4", "5", "5b", "6"], await NumbersAsync("Foo"));
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Bar/versions/b2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacts/provider/Bar/consumer/Foo/version/1")).Status);
        Assert.Equal(2, report.Deleted("pact contents"));
        var foo = report.Pacticipants.Single(pacticipant => pacticipant.Name == "Foo");
        Assert.Equal((new CleanedVersions(2, "1", "2"), new CleanedVersions(5, "3", "6")), (foo.ToDelete, foo.ToKeep));
    }

    [Fact]
    public async Task A_dry_run_deletes_nothing()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 {feat} -> Bar; Foo 3 {main} -> Bar");
        Fixture.Clock.Advance(TimeSpan.FromDays(100));

        var report = await CleanAsync(new CleanSettings { DryRun = true, KeepVersions = [new() { AnyBranch = true, Latest = true }] });

        Assert.True(report.DryRun);
        Assert.Equal((2, 1), (report.Deleted("versions"), report.Deleted("branches")));
        Assert.Equal(("Foo", "feat"), (report.Branches.Single().Pacticipant, report.Branches.Single().Name));
        Assert.Equal(["1", "2", "3"], await NumbersAsync("Foo"));
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/branches/feat")).Status);
    }

    [Theory]
    [InlineData("""[{"latest":true}]""", 7, 1000)]
    [InlineData("""[{"latest":true}]""", 7, 2)]
    [InlineData("""[{"latest":true}]""", 200, 1000)]
    [InlineData("""[{"max_age":9999}]""", 7, 1000)]
    public async Task A_dry_run_foretells_versions_pacts_contents_results_and_logs(string selectors, int days, int limit)
    {
        await using var broker = await Fixture.WithAsync(("ALLOW_DANGEROUS_CONTRACT_MODIFICATION", "true"), ("WEBHOOK_HOST_WHITELIST", "127.0.0.1"));
        await Given.Post("/webhooks", new { events = new[] { new { name = "contract_published" }, new { name = "provider_verification_published" } }, request = new { method = "POST", url = "https://example.org" } });
        await Given.TellAsync("Foo 1 -> Bar; Foo 2 -> Bar; Bar 1 ok Foo 1; Bar 1 ok Foo 1; Bar 2 fail Foo 2; Bar 2 ok Foo 2; Foo 3 -> Bar; Foo 4 -> Bar; Foo 4 -> Baz");
        await broker.Given.Put("/pacts/provider/Bar/consumer/Foo/version/1", TestData.Content("Foo", "Bar", "changed"));
        await Given.TellAsync("Bar 3 ok Foo 4; Baz 1 ok Foo 4; Foo 5 -> Bar; Bar 4 ok Foo 5");
        Fixture.Clock.Advance(TimeSpan.FromDays(100));
        var settings = NoBranches with
        {
            KeepVersions = CleanSettings.ForVersions(KeepSelectorReader.Read(selectors)), OverwrittenDataMaxAge = TimeSpan.FromDays(days), DeletionLimit = limit,
        };

        var before = await RowsAsync();
        var foretold = await CleanAsync(settings with { DryRun = true });
        Assert.Equal(before, await RowsAsync());
        var report = await CleanAsync(settings);
        var after = await RowsAsync();

        Assert.Equal(report.Counts, foretold.Counts);
        Assert.Equal(before.Zip(after, (had, left) => had - left), foretold.Counts.Select(count => count.Deleted));
        Assert.Equal(after, foretold.Counts.Select(count => count.Kept));
        Assert.All(foretold.Counts.Skip(2).Where(count => days < 100 || count.Name != "pact contents"), count => Assert.True(count.Deleted > 0, count.Name));
    }

    [Fact]
    public async Task Branches_nobody_used_for_long_go_and_with_them_what_only_they_kept()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 {old} -> Bar; Foo 3 {busy} -> Bar; Foo 4 {kept} -> Bar; Foo 5 -> Bar");
        Fixture.Clock.Advance(TimeSpan.FromDays(100));
        await Given.Version("Foo", "3", "busy");

        var settings = new CleanSettings
        {
            KeepVersions = [new() { AnyBranch = true, Latest = true }],
            KeepBranches = CleanSettings.ForBranches(KeepSelectorReader.Read("""[{"max_age":90},{"branch":"kept"}]""")),
        };
        var foretold = await CleanAsync(settings with { DryRun = true });
        var report = await CleanAsync(settings);

        Assert.Equal("old", report.Branches.Single().Name);
        Assert.Equal(["1", "3", "4"], await NumbersAsync("Foo"));
        Assert.Equal(report.Counts, foretold.Counts);
    }

    [Fact]
    public async Task The_main_branch_stays_however_old_and_without_selectors_every_branch_does()
    {
        await Given.TellAsync("Foo 1 {main}; Foo 2 {old}");
        Fixture.Clock.Advance(TimeSpan.FromDays(1000));

        Assert.Equal(0, (await CleanAsync(NoBranches)).Deleted("branches"));
        Assert.Equal(1, (await CleanAsync(new CleanSettings())).Deleted("branches"));
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/branches/main")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("/pacticipants/Foo/branches/old")).Status);
    }

    [Fact]
    public async Task The_oldest_go_first_and_no_more_than_the_limit()
    {
        await Given.TellAsync("Foo 1; Foo 2; Bar 1; Foo 3; Foo 4; Bar 2");
        var settings = NoBranches with { KeepVersions = [new() { Latest = true }], DeletionLimit = 3 };

        Assert.Equal(3, (await CleanAsync(settings)).Deleted("versions"));
        Assert.Equal(["3", "4"], await NumbersAsync("Foo"));
        Assert.Equal(["2"], await NumbersAsync("Bar"));
        Assert.Equal(1, (await CleanAsync(settings)).Deleted("versions"));
    }

    [Fact]
    public async Task More_versions_than_one_batch_holds_go_in_one_run()
    {
        for (var number = 1; number <= 130; number++) await Given.Version("Foo", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(129, (await CleanAsync(NoBranches with { KeepVersions = [new() { Latest = true }] })).Deleted("versions"));
    }

    [Fact]
    public async Task Replaced_results_go_after_their_time_and_the_last_word_stays()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Bar 1 fail Foo 1; Bar 1 ok Foo 1");
        Fixture.Clock.Advance(TimeSpan.FromDays(8));
        await Given.Verify("Foo", "1", "Bar", "1", success: true);

        Assert.Equal(0, (await CleanAsync(NoBranches with { OverwrittenDataMaxAge = TimeSpan.FromDays(9) })).Deleted("verification results"));
        Assert.Equal(2, (await CleanAsync(NoBranches)).Deleted("verification results"));
        Assert.True((bool)(await Given.Get("/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest")).Json["success"]!);
    }

    [Fact]
    public async Task Deleted_pacts_leave_no_content_behind_after_its_time()
    {
        await Given.TellAsync("Foo 1 {main} -> Bar; Foo 2 {main} -> Bar");
        await Given.Delete("/pacts/provider/Bar/consumer/Foo/version/1");

        Assert.Equal(0, (await CleanAsync(NoBranches)).Deleted("pact contents"));
        Fixture.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, (await CleanAsync(NoBranches)).Deleted("pact contents"));
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacts/provider/Bar/consumer/Foo/version/2")).Status);
    }

    [Fact]
    public async Task Only_one_clean_up_runs_at_a_time()
    {
        var dialect = Fixture.Services.GetRequiredService<Dialect>();
        await using (await dialect.TryLockAsync("clean", CancellationToken.None))
        {
            await using var scope = Fixture.Services.CreateAsyncScope();
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Cleaner>().RunAsync(NoBranches, CancellationToken.None));
        }

        Assert.NotNull(await CleanAsync(NoBranches));
    }

    [Fact]
    public async Task Publishing_goes_on_while_a_clean_up_runs()
    {
        for (var number = 1; number <= 200; number++) await Given.Version("Foo", "old" + number);
        var cleaning = CleanAsync(NoBranches with { KeepVersions = [new() { Latest = true }] });
        for (var number = 1; number <= 20; number++) await Given.Publish("New", "n" + number, "Bar");
        await cleaning;

        Assert.Equal(20, (await NumbersAsync("New")).Count);
        Assert.Equal(["old200"], await NumbersAsync("Foo"));
    }

    private async Task<CleanReport> CleanAsync(CleanSettings settings)
    {
        await using var scope = Fixture.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Cleaner>().RunAsync(settings, CancellationToken.None))!;
    }

    private async Task<List<long>> RowsAsync()
    {
        await using var scope = Fixture.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Session>();
        var rows = new List<long>();
        foreach (var table in new[] { "versions", "branches", "pact_publications", "verifications", "pact_versions", "triggered_webhooks" })
            rows.Add(await db.One<long>($"SELECT count(*) FROM {table}", null, CancellationToken.None));
        return rows;
    }

    private async Task<List<string>> NumbersAsync(string pacticipant)
    {
        var versions = (await Given.Get($"/pacticipants/{pacticipant}/versions")).Json["_embedded"]?["versions"]?.AsArray() ?? new JsonArray();
        return versions.Select(version => (string)version!["number"]!).Reverse().ToList();
    }
}

public sealed class CleanerOnSqliteTests(SqliteBroker db) : CleanerTests<SqliteBroker>(db);

public sealed class CleanerOnPostgresTests(PostgresBroker db) : CleanerTests<PostgresBroker>(db);
