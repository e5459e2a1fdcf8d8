using System.Net;
using System.Text.RegularExpressions;

namespace PactKit.Cli.Tests;

public sealed partial class BrokerServerTests
{
    [Fact]
    public async Task A_broker_runs_until_it_is_stopped()
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var running = cli.RunAsync(["broker", "--port", "0", "--database", "data/b.sqlite3"], stop.Token);
        var url = await cli.WaitForAsync(Address(), stop.Token);
        cli.Environment["PACT_BROKER_BASE_URL"] = "http://elsewhere.test";
        using var http = new HttpClient();
        var index = await http.GetStringAsync(new Uri(url), CancellationToken.None);
        Assert.Contains($"\"{url}/pacticipants\"", index, StringComparison.Ordinal);
        Assert.True(File.Exists(cli.At("data/b.sqlite3")));
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("PACT_BROKER_DATABASE_URL", "sqlite:///set.sqlite3", "", "")]
    [InlineData("PACT_BROKER_DATABASE_ADAPTER", "sqlite", "PACT_BROKER_DATABASE_NAME", "set.sqlite3")]
    public async Task What_options_do_not_say_the_variables_of_a_broker_do(string name, string value, string second, string secondValue)
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        (cli.Environment["PACT_BROKER_HOST"], cli.Environment["PACT_BROKER_PORT"]) = ("nobody.test", "0");
        var file = cli.At("set.sqlite3");
        (cli.Environment[name], cli.Environment[second]) = (value.Replace("set.sqlite3", Uri.EscapeDataString(file), StringComparison.Ordinal), secondValue.Replace("set.sqlite3", file, StringComparison.Ordinal));
        var running = cli.RunAsync(["broker", "--host", "127.0.0.1"], stop.Token);
        var url = await cli.WaitForAsync(Address(), stop.Token);
        Assert.DoesNotContain(":9292", url, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("PACT_BROKER_HOST", "a/b", 2, "'a/b' is not an address")]
    [InlineData("PACT_BROKER_PORT", "70000", 2, "--port takes a number")]
    [InlineData("PACT_BROKER_DATABASE_URL", "mysql://me:secret@x/y", 1, "'mysql://...' is not a database")]
    [InlineData("PACT_BROKER_DATABASE_ADAPTER", "mysql2", 1, "PACT_BROKER_DATABASE_NAME is not")]
    public async Task A_variable_that_makes_no_sense_is_refused_as_an_option_is(string name, string value, int exitCode, string sentence)
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        cli.Environment[name] = value;
        Assert.Equal(exitCode, await cli.RunAsync("broker"));
        Assert.Contains(sentence, cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var cli = new CommandLine { OverTheNetwork = true };
        Assert.Equal(1, await cli.RunAsync("broker", "--port", port));
        Assert.StartsWith($"pactkit: The broker cannot listen on 127.0.0.1:{port}:", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_prints_no_stack_trace()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string[] words = [typeof(CliApp).Assembly.Location, "broker", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}", "--database", Path.GetRandomFileName()];
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Empty(await output);
        Assert.Single((await error).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_one_sentence()
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        cli.Write("taken", "a file, not a folder");
        Assert.Equal(1, await cli.RunAsync("broker", "--port", "0", "--database", "taken/b.sqlite3"));
        Assert.StartsWith("pactkit: The database 'taken/b.sqlite3' cannot be used:", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_a_database_address_is_not_repeated()
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        Assert.Equal(1, await cli.RunAsync("broker", "--port", "0", "--database", "postgres://me:secret@127.0.0.1:1/x"));
        Assert.StartsWith("pactkit: The database 'postgres://...' cannot be used:", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 70000", 2)]
    [InlineData("--port nine", 2)]
    [InlineData("--host a/b", 2)]
    [InlineData("--port 0 --database mysql://x", 1)]
    public async Task Settings_that_make_no_sense_are_refused(string words, int exitCode)
    {
        using var cli = new CommandLine { OverTheNetwork = true };
        Assert.Equal(exitCode, await cli.RunAsync(["broker", .. words.Split(' ')]));
        Assert.StartsWith("pactkit: ", cli.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
