using System.Diagnostics;
using System.Globalization;
using PactKit.Plugins.Manifests;
using PactKit.Plugins.Processes;

namespace PactKit.Plugins.Tests.Processes;

public sealed class PluginProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_line_with_port_and_key_is_found_below_other_output()
    {
        using var process = await StartAsync("""echo 'loading {things}'; echo ' {"serverKey":"k","port":4711,"more":[]}'; exec sleep 60""");

        Assert.Equal(new StartupLine(4711, "k"), process.Startup);
    }

    [Fact]
    public async Task The_process_gets_its_arguments_its_folder_and_the_log_level()
    {
        using var process = await StartAsync("""echo "{\"port\":1,\"serverKey\":\"$1|$(basename "$PWD")|$LOG_LEVEL|$PACTKIT_PLUGIN_PARENT\"}"; exec sleep 60""");

        Assert.Equal($"first argument|bad-1.0.0|info|{Environment.ProcessId}", process.Startup.ServerKey);
    }

    [Fact]
    public async Task A_process_that_ends_is_told_with_its_exit_code_and_its_error_output()
    {
        var fault = await Assert.ThrowsAsync<PluginException>(() => StartAsync("echo 'no licence' >&2; exit 3"));

        Assert.StartsWith("The plugin bad 1.0.0 could not be started (", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(" The process ended with exit code 3. It wrote:\nno licence", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_says_nothing_is_given_up_after_the_time_limit_and_ended()
    {
        var watch = Stopwatch.StartNew();

        var fault = await Assert.ThrowsAsync<PluginException>(() => StartAsync("echo $$ > pid; echo thinking >&2; exec sleep 60", TimeSpan.FromSeconds(1)));

        Assert.Contains("did not write the line with its port within 1 s", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("It wrote:\nthinking", fault.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        AssertEnded(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "bad-1.0.0", "pid")), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{"port":0,"serverKey":"k"}""", "\"port\" is missing or not the number of a port")]
    [InlineData("""{"port":70000,"serverKey":"k"}""", "\"port\" is missing or not the number of a port")]
    [InlineData("""{"port":1}""", "\"serverKey\" is missing or not a text")]
    [InlineData("""{"port":1,""", "it is not JSON")]
    public async Task A_line_that_is_not_as_agreed_is_told(string line, string problem)
    {
        var fault = await Assert.ThrowsAsync<PluginException>(() => StartAsync($"echo '{line}'; exec sleep 60"));

        Assert.Equal($"The plugin bad 1.0.0 did not say where it listens: of its line {line} {problem}.", fault.Message);
    }

    [Fact]
    public async Task Ending_the_plugin_ends_the_processes_it_started()
    {
        int child;
        using (var process = await StartAsync("""sleep 60 & echo "{\"port\":1,\"serverKey\":\"$!\"}"; wait"""))
            child = int.Parse(process.Startup.ServerKey, CultureInfo.InvariantCulture);

        AssertEnded(child);
    }

    [Fact]
    public async Task A_plugin_that_talks_a_lot_is_not_blocked()
    {
        const string script = """
            i=0; while [ $i -lt 20000 ]; do echo "a line of some length, to fill the pipe $i"; echo "error $i" >&2; i=$((i+1)); done
            echo '{"port":1,"serverKey":"k"}'; exec sleep 60
            """;
        using var process = await StartAsync(script, TimeSpan.FromSeconds(30));

        Assert.Equal(1, process.Startup.Port);
    }

    [Fact]
    public async Task An_entry_point_that_does_not_exist_is_named()
    {
        File.Delete(Path.Combine(Script.Install(_folder, "bad", "exit 0"), "run.sh"));

        var fault = await Assert.ThrowsAsync<PluginException>(() => StartInstalledAsync(TimeSpan.FromSeconds(5)));

        Assert.Equal($"The plugin bad 1.0.0 cannot be started: its entry point {Path.Combine(_folder.Path, "bad-1.0.0", "run.sh")} does not exist.", fault.Message);
    }

    [Fact]
    public async Task An_entry_point_that_is_no_program_is_told()
    {
        var file = Path.Combine(Script.Install(_folder, "bad", "exit 0"), "run.sh");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead);

        var fault = await Assert.ThrowsAsync<PluginException>(() => StartInstalledAsync(TimeSpan.FromSeconds(5)));

        Assert.StartsWith($"The plugin bad 1.0.0 could not be started: {file}: ", fault.Message, StringComparison.Ordinal);
    }

    private Task<PluginProcess> StartAsync(string script, TimeSpan? timeout = null)
    {
        Script.Install(_folder, "bad", script);
        return StartInstalledAsync(timeout ?? TimeSpan.FromSeconds(20));
    }

    private Task<PluginProcess> StartInstalledAsync(TimeSpan timeout)
    {
        var options = new PluginOptions { Directory = _folder.Path, StartTimeout = timeout };
        return PluginProcess.StartAsync(PluginDirectory.Find(options, "bad", null), options, TestContext.Current.CancellationToken);
    }

    private static void AssertEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        }
        catch (ArgumentException)
        {
            // There is no such process any more.
        }
    }
}
