using System.Net;
using PactKit.Brokers;

namespace PactKit.Cli.Tests;

/// <summary>The commands below <c>pactkit broker</c>, on the data of a broker that runs.</summary>
public sealed class DatabaseCommandTests(RealBroker broker) : IClassFixture<RealBroker>, IAsyncLifetime
{
    private readonly CommandLine _cli = new() { OverTheNetwork = true };

    [Fact]
    public async Task Data_go_to_a_file_and_from_it_to_another_database()
    {
        Assert.True(await _cli.RunAsync("broker", "export", "all.backup", "--database", broker.File) == 0, _cli.Error);
        Assert.Contains("rows were written to all.backup", _cli.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(_cli.At("all.backup.unfinished")));

        Assert.True(await _cli.RunAsync("broker", "restore", "all.backup", "--database", "new/b.sqlite3") == 0, _cli.Error);
        Assert.Matches("versions: [1-9]", _cli.Out);
        Assert.Equal(1, await _cli.RunAsync("broker", "restore", "all.backup", "--database", "new/b.sqlite3"));
        Assert.StartsWith("pactkit: The database already holds data", _cli.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _cli.RunAsync("broker", "restore", "none.backup", "--database", "new/b.sqlite3"));
        Assert.Equal("pactkit: There is no file 'none.backup'.\n", _cli.Error);
    }

    [Fact]
    public async Task A_broker_is_copied_and_the_answers_compared()
    {
        Assert.True(await _cli.RunAsync("broker", "import", "--from", broker.Url, "--database", "copy.sqlite3") == 0, _cli.Out + _cli.Error);
        Assert.Matches(@"\| versions +\| [1-9]", _cli.Out);
        Assert.Matches("Both brokers gave the same answer to [1-9][0-9]* can-i-deploy questions", _cli.Out);
        Assert.Equal(0, await _cli.RunAsync("broker", "import", "--from", broker.Url, "--database", "copy.sqlite3"));
        Assert.Contains("0 rows are new here", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_is_copied_to_one_that_runs()
    {
        await using var other = new RealBroker();
        await other.InitializeAsync();
        Assert.True(await _cli.RunAsync("broker", "import", "--from", broker.Url, "--broker-base-url", other.Url) == 0, _cli.Out + _cli.Error);
        _cli.Environment["PACT_BROKER_BASE_URL"] = other.Url;
        Assert.Equal(0, await _cli.RunAsync("describe-version", "-a", "Shop", "-e", "1"));
    }

    [Theory]
    [InlineData("import --from nowhere", 2, "--from: 'nowhere' is not the address of a broker")]
    [InlineData("import --from http://127.0.0.1:1/ --database x.sqlite3 --broker-base-url http://127.0.0.1:1/", 2, "not both")]
    [InlineData("clean --database none.sqlite3", 1, "There is no database at '")]
    [InlineData("export x --database none.sqlite3", 1, "There is no database at '")]
    [InlineData("clean --database none.sqlite3 --keep {}", 2, "would keep everything")]
    [InlineData("clean --database none.sqlite3 --keep-branches {\"tag\":true}", 2, "branches are kept by")]
    [InlineData("clean --database none.sqlite3 --deletion-limit 0", 2, "--deletion-limit takes")]
    public async Task What_is_wrong_is_a_sentence(string words, int exitCode, string sentence)
    {
        Assert.Equal(exitCode, await _cli.RunAsync(["broker", .. words.Split(' ')]));
        Assert.Contains(sentence, _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cleaning_says_first_what_would_go()
    {
        await using var own = new RealBroker();
        await own.InitializeAsync();
        await FillAsync(own.Url);
        string[] clean = ["broker", "clean", "--database", own.File, "--keep", "{\"branch\":\"main\",\"latest\":true}", "--keep-branches", "[]"];

        Assert.True(await _cli.RunAsync([.. clean, "--dry-run"]) == 0, _cli.Error);
        Assert.StartsWith("Dry run: nothing is deleted.", _cli.Out, StringComparison.Ordinal);
        Assert.Matches(@"\| Shop +\| 2 \(1 … 2\) +\| 1 \(3\) +\|", _cli.Out);
        Assert.Contains("| WOULD DELETE |", _cli.Out, StringComparison.Ordinal);

        Assert.Equal(0, await _cli.RunAsync([.. clean, "-o", "json"]));
        Assert.Contains("{\"name\":\"versions\",\"deleted\":2,\"kept\":1}", _cli.Out, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(own.Url + "/pacticipants/Shop/versions/1"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(own.Url + "/pacticipants/Shop/versions/3"))).StatusCode);
    }

    [Fact]
    public async Task Selectors_may_come_from_the_settings_of_the_image()
    {
        _cli.Environment["PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS"] = "[{\"max_age\":-1}]";
        Assert.Equal(2, await _cli.RunAsync("broker", "clean", "--database", broker.File));
        Assert.Contains("PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        Assert.Equal(0, await _cli.RunAsync("broker", "--help"));
        foreach (var name in (string[])["clean", "import", "export", "restore"]) Assert.Matches($"  {name} ", _cli.Out);
    }

    public async ValueTask InitializeAsync() => await FillAsync(broker.Url);

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _cli.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task FillAsync(string url)
    {
        using var client = new PactBroker(new BrokerOptions { BaseUrl = new Uri(url) });
        foreach (var number in (string[])["1", "2", "3"]) (await client.Versions.PutOnBranchAsync("Shop", number, "main")).ValueOrThrow();
    }
}
