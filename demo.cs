// The whole loop of contract testing on this machine: dotnet run demo.cs [--keep]
// Needs the .NET 10 SDK and nothing else. Everything it starts is stopped and what it writes is deleted, but for pacts/ itself.
#:property PublishAot=false

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

var keep = args.Contains("--keep");
if (args.Any(a => a != "--keep"))
{
    Console.Error.WriteLine("Usage: dotnet run demo.cs [--keep]\n  --keep   leave the broker up at the end, until Enter or Ctrl-C");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

await using var stage = new Stage((string)AppContext.GetData("EntryPointFileDirectoryPath")!, stop.Token);
try
{
    await PlayAsync(stage);
    Screen.Summary(stage.Steps);
    Screen.Line($"The broker's pages: {stage.Broker}");
    if (keep) await stage.WaitForTheReaderAsync();
    else Screen.Line("Run it with --keep to look at them.");
    return stage.Steps.All(s => s.AsTold) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Screen.Line("Interrupted: stopping what was started.");
    return 130;
}
catch (DemoException e)
{
    Screen.Summary(stage.Steps);
    Screen.Fail(e.Message);
    return 1;
}

void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

static async Task PlayAsync(Stage stage)
{
    const string EachInteraction = "FullyQualifiedName~PactKit.VerifyEachInteraction.";
    Screen.Act("Build once");
    await stage.BuildAsync(
        "consumer/UserService.Tests/UserService.Tests.csproj",
        "provider/ApiGateway.Tests/ApiGateway.Tests.csproj",
        "toolkit/PactKit.Cli/PactKit.Cli.csproj");

    Screen.Act("A Pact Broker, with a database that lives as long as this demo");
    await stage.StartBrokerAsync();

    Screen.Act("The consumer says what it needs");
    await stage.TestAsync("UserService's contract tests write pacts/UserService-APIGateway.json, and derive the same from its Refit interface",
        "consumer/UserService.Tests", "FullyQualifiedName~Contract|FullyQualifiedName~PactKit", exit: 0, listing: true,
        says: "DerivedFromRefitTests");
    await stage.PactKitAsync("The pact is published as UserService 1.0.0",
        ["publish", "pacts", "--consumer-app-version", "1.0.0", "--branch", "main"], exit: 0);

    Screen.Act("The provider shows that it delivers");
    await stage.TestAsync("APIGateway 1.0.0 is verified against the pacts in the broker; results are published",
        "provider/ApiGateway.Tests", "FullyQualifiedName~VerifyFromBroker", exit: 0,
        environment: [("PROVIDER_VERSION", "1.0.0"), ("PROVIDER_BRANCH", "main"), ("PACT_PUBLISH", "true")]);
    await stage.TestAsync("The same in memory, one test per interaction, with provider states as methods; then which endpoints nobody uses",
        "provider/ApiGateway.Tests", $"{EachInteraction}|FullyQualifiedName~CoverageTests", exit: 0, listing: true,
        says: "UserService: a request for user 1 (given user 1 exists)");

    Screen.Act("Both go to production, each through the gate");
    await stage.PactKitAsync("There is an environment to deploy to",
        ["create-environment", "--name", "production", "--production"], exit: 0);
    foreach (var pacticipant in new[] { "APIGateway", "UserService" })
    {
        await stage.PactKitAsync($"May {pacticipant} 1.0.0 be deployed? Yes",
            ["can-i-deploy", "--pacticipant", pacticipant, "--version", "1.0.0", "--to-environment", "production"], exit: 0);
        await stage.PactKitAsync($"{pacticipant} 1.0.0 is deployed",
            ["record-deployment", "--pacticipant", pacticipant, "--version", "1.0.0", "--environment", "production"], exit: 0);
    }

    Screen.Act("Then somebody renames a field of the provider: email becomes emailAddress");
    await stage.TestAsync("Verification of APIGateway 2.0.0 fails and names the field",
        "provider/ApiGateway.Tests", "FullyQualifiedName~VerifyFromBroker", exit: 1, says: "missing the following keys: email",
        environment:
        [
            ("APIGATEWAY_RENAME", "email=emailAddress"),
            ("PROVIDER_VERSION", "2.0.0"), ("PROVIDER_BRANCH", "rename-email"), ("PACT_PUBLISH", "true"),
        ]);
    await stage.TestAsync("One test per interaction: those fail that read the field, and the difference is the first they say",
        "provider/ApiGateway.Tests", EachInteraction, exit: 1, says: "UserService: a request for user 1 (given user 1 exists) [FAIL]",
        environment: [("APIGATEWAY_RENAME", "email=emailAddress")]);
    await stage.PactKitAsync("May APIGateway 2.0.0 be deployed? No, and the broker says why",
        ["can-i-deploy", "--pacticipant", "APIGateway", "--version", "2.0.0", "--to-environment", "production"],
        exit: 1, says: "UserService");
}

internal sealed record Step(string Title, bool AsTold, string Remark, TimeSpan Took);

internal sealed class DemoException(string message) : Exception(message);

/// <summary>Runs what a user would run, from the repository's root, and keeps count of what came out as told.</summary>
internal sealed class Stage(string root, CancellationToken stop) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("pactkit-demo-");
    private readonly string _pactKit = Path.Combine(root, "toolkit", "PactKit.Cli", "bin", "Debug", "net10.0", "PactKit.Cli.dll");
    private Process? _broker;

    public List<Step> Steps { get; } = [];

    public Uri Broker { get; private set; } = new("http://127.0.0.1");

    public async Task BuildAsync(params string[] projects)
    {
        // A solution filter builds the three and what they share in one go.
        var filter = Path.Combine(_temp.FullName, "demo.slnf");
        var list = string.Join(", ", projects.Select(p => $"\"{p.Replace("/", "\\\\")}\""));
        var solution = Path.Combine(root, "ContractDemo.sln").Replace("\\", "\\\\");
        await File.WriteAllTextAsync(filter, $$"""{ "solution": { "path": "{{solution}}", "projects": [ {{list}} ] } }""", stop);
        await RunAsync("Consumer, provider, command line and broker are built",
            $"dotnet build   # {string.Join(", ", projects.Select(Path.GetFileNameWithoutExtension))}",
            ["build", filter, "-v", "minimal", "-nologo"], exit: 0);
    }

    public async Task StartBrokerAsync()
    {
        var port = FreePort();
        Broker = new Uri($"http://127.0.0.1:{port}");
        var database = Path.Combine(_temp.FullName, "broker.sqlite3");
        Screen.Command($"pactkit broker --port {port} --database {database}");
        var clock = Stopwatch.StartNew();
        _broker = Start([_pactKit, "broker", "--port", $"{port}", "--database", database], [], Screen.Output);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        while (!await AnswersAsync(client))
        {
            var trouble = _broker.HasExited ? $"it ended with exit code {_broker.ExitCode}"
                : clock.Elapsed > TimeSpan.FromMinutes(1) ? "it was silent for a minute"
                : null;
            if (trouble is not null) Fail(new Step($"The broker answers at {Broker}", false, trouble, clock.Elapsed));
            await Task.Delay(100, stop);
        }

        Done(new Step($"The broker answers at {Broker}", true, "", clock.Elapsed));
    }

    /// <param name="title">What comes out.</param>
    /// <param name="project">The test project.</param>
    /// <param name="filter">Which of its tests.</param>
    /// <param name="exit">The exit code that was told.</param>
    /// <param name="says">Part of a line that was told.</param>
    /// <param name="listing">Whether tests that pass are named, too.</param>
    /// <param name="environment">Variables for the tests.</param>
    public Task TestAsync(
        string title, string project, string filter, int exit, string? says = null, bool listing = false, (string, string)[]? environment = null)
    {
        string[] logger = listing ? ["--logger", "console;verbosity=normal"] : [];
        string[] arguments = ["test", project, "--no-build", "-v", "minimal", "-nologo", "--filter", filter, .. logger];
        (string, string)[] all = [("PACT_BROKER_BASE_URL", Broker.ToString()), .. environment ?? []];
        var shown = environment is null ? "" : string.Join(" ", all.Select(v => $"{v.Item1}={v.Item2}")) + " \\\n    ";
        return RunAsync(title, $"{shown}dotnet test {project} --filter '{filter}'{string.Concat(logger.Select((word, i) => i == 0 ? $" {word}" : $" '{word}'"))}", arguments, exit, says, all);
    }

    public Task PactKitAsync(string title, string[] arguments, int exit, string? says = null) =>
        RunAsync(title, $"pactkit {string.Join(' ', arguments)} --broker-base-url {Broker}",
            [_pactKit, .. arguments, "--broker-base-url", Broker.ToString()], exit, says);

    public async Task WaitForTheReaderAsync()
    {
        Screen.Line("Press Enter or Ctrl-C to stop the broker.");
        // Without a terminal there is no Enter to wait for.
        var enter = Console.IsInputRedirected ? Task.Delay(Timeout.Infinite, stop) : Task.Run(Console.ReadLine, stop);
        await Task.WhenAny(enter, Task.Delay(Timeout.Infinite, stop));
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            if (!_broker.HasExited) _broker.Kill(entireProcessTree: true);
            await _broker.WaitForExitAsync(CancellationToken.None);
            _broker.Dispose();
        }

        _temp.Delete(recursive: true);
    }

    private async Task RunAsync(
        string title, string shown, string[] arguments, int exit, string? says = null, (string Name, string Value)[]? environment = null)
    {
        Screen.Command(shown);
        var clock = Stopwatch.StartNew();
        var said = says is null;
        using var process = Start(arguments, environment ?? [], line =>
        {
            said = said || line.Contains(says!, StringComparison.Ordinal);
            Screen.Output(line);
        });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            Fail(new Step(title, false, $"did not end within {Limit.TotalMinutes:0} minutes", clock.Elapsed));
        }

        var remark = process.ExitCode != exit ? $"exit code {process.ExitCode}, expected {exit}"
            : !said ? $"the output does not mention '{says}'"
            : exit == 0 ? "" : $"exit code {exit}, as expected";
        var step = new Step(title, process.ExitCode == exit && said, remark, clock.Elapsed);
        if (step.AsTold) Done(step);
        else Fail(step);
    }

    private Process Start(string[] arguments, (string Name, string Value)[] environment, Action<string> onLine)
    {
        var info = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Build nodes that stay behind would hold on to the output; English, because the demo reads it.
        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        info.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment) info.Environment[name] = value;

        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, e) => { if (e.Data is not null) onLine(e.Data); };
        process.ErrorDataReceived += (_, e) => { if (e.Data is not null) onLine(e.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Done(Step step)
    {
        Steps.Add(step);
        Screen.Step(step);
    }

    /// <summary>What follows makes no sense without this step.</summary>
    [DoesNotReturn]
    private void Fail(Step step)
    {
        Done(step);
        throw new DemoException($"'{step.Title}' did not come out as told: {step.Remark}.");
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(Broker, "/diagnostic/status/heartbeat"), stop);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal static class Screen
{
    private static readonly Lock Gate = new();
    private static readonly bool Colours = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    public static void Act(string title) => Write($"\n{Paint("1", "== " + title)}");

    public static void Command(string command) => Write(Paint("36", "  $ " + command));

    public static void Output(string line)
    {
        // Where in the test runner it was thrown is of no interest here.
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart() is "Stack Trace:" || line.TrimStart().StartsWith("at ", StringComparison.Ordinal)) return;
        Write(Paint("2", "    | " + line));
    }

    public static void Step(Step step) => Write(Mark(step));

    public static void Line(string text) => Write(text);

    public static void Fail(string text) => Write(Paint("31", text));

    public static void Summary(IReadOnlyCollection<Step> steps)
    {
        Write($"\n{Paint("1", "== Summary")}");
        foreach (var step in steps) Write(Mark(step));
        var total = TimeSpan.FromTicks(steps.Sum(s => s.Took.Ticks));
        Write($"  {steps.Count(s => s.AsTold)} of {steps.Count} steps came out as told, in {total.TotalSeconds:0} s.\n");
    }

    private static string Mark(Step step) =>
        $"  {(step.AsTold ? Paint("32", "ok  ") : Paint("31", "FAIL"))} {step.Title}"
        + Paint("2", $"  ({(step.Remark.Length > 0 ? step.Remark + ", " : "")}{step.Took.TotalSeconds:0.0} s)");

    private static string Paint(string code, string text) => Colours ? $"\e[{code}m{text}\e[0m" : text;

    private static void Write(string text)
    {
        lock (Gate) Console.WriteLine(text);
    }
}
