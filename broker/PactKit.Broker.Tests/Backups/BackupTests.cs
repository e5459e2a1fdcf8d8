using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Backups;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Backups;

/// <summary>From every kind of database to every kind: what the second broker answers is what the first one answered.</summary>
public abstract class BackupTests<TFrom, TTo>(TFrom from, TTo to) : BrokerTests(from)
    where TFrom : BrokerFixture where TTo : BrokerFixture
{
    private static readonly string[] Urls =
    [
        "/pacticipants", "/pacticipants/Foo/versions", "/pacticipants/Bar/versions", "/pacticipants/Foo/branches", "/pacts/latest",
        "/pacts/provider/Bar/consumer/Foo/version/1", "/pacts/provider/Bar/consumer/Foo/version/2", "/pacts/provider/Bar/consumer/Foo/versions",
        "/pacts/provider/Bar/consumer/Foo/version/1/verification-results/latest", "/environments", "/webhooks", "/labels", "/integrations",
        "/matrix?q[][pacticipant]=Foo&q[][pacticipant]=Bar", "/can-i-deploy?pacticipant=Foo&version=2&environment=test", "/pacts/provider/Bar/for-verification",
    ];

    [Fact]
    public async Task Another_broker_with_the_data_answers_the_same()
    {
        await TellAsync();
        var target = await TargetAsync();
        var file = await SaveAsync(Fixture);

        await RestoreAsync(file);

        var there = new TestData(target);
        foreach (var url in Urls) Assert.Equal((await Given.Get(url)).Text, (await there.Get(url)).Text);
        Assert.Equal(await DumpAsync(Fixture), await DumpAsync(to));
    }

    [Fact]
    public async Task Numbers_go_on_where_they_ended()
    {
        await TellAsync();
        var result = await Given.Verify("Foo", "2", "Bar", "b9", success: true);
        await Given.Delete(new Uri(result.Headers["Location"]).AbsolutePath);
        var target = await TargetAsync();
        await RestoreAsync(await SaveAsync(Fixture));

        var there = new TestData(target);
        var (here, next) = (await Given.Verify("Foo", "2", "Bar", "b9", success: true), await there.Verify("Foo", "2", "Bar", "b9", success: true));
        Assert.Equal(here.Headers["Location"], next.Headers["Location"]);
        await there.Version("Foo", "after");
        Assert.Equal("after", (string)(await there.Get("/pacticipants/Foo/latest-version")).Json["number"]!);
    }

    [Fact]
    public async Task A_database_that_holds_data_is_refused_and_stays_as_it_is()
    {
        await TellAsync();
        var file = await SaveAsync(Fixture);
        var there = new TestData(await TargetAsync());
        await there.Publish("Own", "1", "Other");

        var problem = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(file));

        Assert.Contains("already holds data", problem.Message, StringComparison.Ordinal);
        Assert.Single((await there.Get("/pacts/latest")).Json["pacts"]!.AsArray());
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("no end")]
    [InlineData("a row too few")]
    [InlineData("text")]
    [InlineData("empty")]
    public async Task A_file_that_is_not_whole_restores_nothing(string damage)
    {
        await TellAsync();
        var file = await SaveAsync(Fixture);
        var there = new TestData(await TargetAsync());

        var problem = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(Damage(file, damage)));

        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        Assert.Empty((await there.Get("/pacticipants")).Json["_embedded"]!["pacticipants"]!.AsArray());
        await there.Publish("Foo", "1", "Bar");
    }

    [Fact]
    public async Task A_backup_of_a_newer_broker_is_refused()
    {
        var file = Compress(Text(await SaveAsync(Fixture)).Replace($"\"schema\":{Migrator.Newest}", "\"schema\":9999", StringComparison.Ordinal));
        await TargetAsync();
        Assert.Contains("newer broker", (await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(file))).Message, StringComparison.Ordinal);
    }

    private async Task TellAsync()
    {
        await Given.TellAsync("""
            env test; env prod; Foo 1 [prod] {main} -> Bar; Foo 2 {feat/x} -> Bar; Foo 3 {main} -> Baz; Bar b1 {main} ok Foo 1; Bar b2 fail Foo 1; Bar b1 ok Foo 1;
            Bar b1 deployed test; Foo 1 deployed test (one); Foo 2 deployed test (one); Foo 1 released prod
            """);
        await Given.Put("/pacticipants/Foo/labels/ui");
        await Given.Publish("Foo", "4", "Bar", TestData.Content("Foo", "Bar", "Ünïcödé \\\"quotes\\\" \\u2028 \\\\ \\n"));
        await TestData.Ok(Given.Put("/webhooks/0123456789abcdef0123", new
        {
            description = "calls", provider = new { name = "Bar" }, events = new[] { new { name = "contract_published" } },
            request = new { method = "POST", url = "https://example.org/x", headers = new Dictionary<string, string> { ["Authorization"] = "secret" }, body = new { a = 1 } },
        }));
        await Given.Publish("Foo", "5", "Bar");
    }

    private async Task<HttpClient> TargetAsync()
    {
        Assert.SkipWhen(to.SkipReason is not null, to.SkipReason ?? "");
        await to.ResetAsync();
        return to.CreateClient();
    }

    private static async Task<byte[]> SaveAsync(BrokerFixture broker)
    {
        using var file = new MemoryStream();
        var end = await new BackupWriter(broker.Services.GetRequiredService<Dialect>(), broker.Clock).WriteAsync(file, (_, _) => { }, CancellationToken.None);
        Assert.True(end.Rows.ContainsKey("verification_details"));
        return file.ToArray();
    }

    private Task<BackupEnd> RestoreAsync(byte[] file) =>
        new BackupReader(to.Services.GetRequiredService<Dialect>()).RestoreAsync(new MemoryStream(file), (_, _) => { }, CancellationToken.None);

    private static async Task<string> DumpAsync(BrokerFixture broker) => string.Join('\n', Text(await SaveAsync(broker)).Split('\n')[1..])
        .Replace("true", "1", StringComparison.Ordinal).Replace("false", "0", StringComparison.Ordinal);

    private static byte[] Damage(byte[] file, string damage) => damage switch
    {
        "cut" => file[..(file.Length / 2)],
        "no end" => Compress(string.Join('\n', Text(file).TrimEnd('\n').Split('\n')[..^1])),
        "a row too few" => Compress(string.Join('\n', Text(file).Split('\n').Where((_, index) => index != 2))),
        "text" => "not a backup"u8.ToArray(),
        _ => [],
    };

    private static string Text(byte[] file)
    {
        using var zip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        return reader.ReadToEnd();
    }

    private static byte[] Compress(string text)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return file.ToArray();
    }
}

public sealed class BackupFromSqliteToSqliteTests(SqliteBroker from, OtherSqliteBroker to) : BackupTests<SqliteBroker, OtherSqliteBroker>(from, to), IClassFixture<SqliteBroker>, IClassFixture<OtherSqliteBroker>;

public sealed class BackupFromSqliteToPostgresTests(SqliteBroker from, PostgresBroker to) : BackupTests<SqliteBroker, PostgresBroker>(from, to), IClassFixture<SqliteBroker>, IClassFixture<PostgresBroker>;

public sealed class BackupFromPostgresToSqliteTests(PostgresBroker from, SqliteBroker to) : BackupTests<PostgresBroker, SqliteBroker>(from, to), IClassFixture<PostgresBroker>, IClassFixture<SqliteBroker>;

public sealed class BackupFromPostgresToPostgresTests(PostgresBroker from, OtherPostgresBroker to) : BackupTests<PostgresBroker, OtherPostgresBroker>(from, to), IClassFixture<PostgresBroker>, IClassFixture<OtherPostgresBroker>;
