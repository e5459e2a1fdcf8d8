using System.Text.RegularExpressions;

namespace PactKit.Broker.Tests.Container;

/// <summary>What the README promises of the container, read from the files themselves: it holds where no container engine is.</summary>
public sealed partial class ContainerFilesTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Dockerfile = Read("broker/Dockerfile");
    private static readonly string Compose = Read("docker-compose.broker.yml");

    [Fact]
    public void Every_port_is_bound_to_this_machine_only()
    {
        var ports = Lines(Compose).Where(line => line.StartsWith("- \"", StringComparison.Ordinal) && line.Contains(":9292", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, ports.Count);
        Assert.All(ports, port => Assert.StartsWith("- \"127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BROKER_PORT", "9292")]
    [InlineData("OFFICIAL_BROKER_PORT", "9393")]
    [InlineData("POSTGRES_IMAGE", "postgres:16-alpine")]
    [InlineData("BROKER_IMAGE", "pactkit-broker:local")]
    [InlineData("OFFICIAL_BROKER_IMAGE", "pactfoundation/pact-broker:latest")]
    public void A_setting_can_be_changed_and_has_a_default(string name, string otherwise) =>
        Assert.Contains($"${{{name}:-{otherwise}}}", Compose, StringComparison.Ordinal);

    [Fact]
    public void The_broker_waits_for_a_healthy_database_that_outlives_its_container()
    {
        Assert.Matches(@"depends_on:\s+postgres:\s+condition: service_healthy", Compose);
        Assert.Contains("PACT_BROKER_DATABASE_URL: postgres://", Compose, StringComparison.Ordinal);
        Assert.Contains("pact-broker-db:/var/lib/postgresql/data", Compose, StringComparison.Ordinal);
        Assert.Contains("\"pg_isready\"", Compose, StringComparison.Ordinal);
    }

    [Fact]
    public void The_official_broker_starts_only_when_asked_for() =>
        Assert.Matches(@"official:\s+profiles: \[""official""\]", Compose);

    [Fact]
    public void The_health_check_is_the_broker_itself()
    {
        Assert.Contains("HEALTHCHECK", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("CMD [\"dotnet\", \"PactKit.Broker.dll\", \"healthcheck\"]", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("test: [\"CMD\", \"dotnet\", \"PactKit.Broker.dll\", \"healthcheck\"]", Compose, StringComparison.Ordinal);
        var commands = Lines(Dockerfile).Where(line => !line.StartsWith('#')).ToList();
        Assert.All(["curl", "wget", "apt-get"], tool => Assert.DoesNotContain(commands, line => line.Contains(tool, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_image_runs_as_an_unprivileged_user_and_says_what_it_opens()
    {
        var final = Dockerfile[Dockerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

        Assert.Contains("FROM mcr.microsoft.com/dotnet/aspnet:10.0\n", final, StringComparison.Ordinal);
        Assert.Matches(@"\nUSER [1-9]\d*\n", final);
        Assert.Contains("\nEXPOSE 9292\n", final, StringComparison.Ordinal);
        Assert.Contains("\nVOLUME /data\n", final, StringComparison.Ordinal);
        Assert.DoesNotContain("RUN ", final, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_the_build_copies_is_there()
    {
        var sources = CopyFromContext().Matches(Dockerfile)
            .SelectMany(match => match.Groups["what"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1])
            .ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Root, source)), $"{source} is not in the repository."));
    }

    [Fact]
    public void The_readme_names_the_commands_that_work()
    {
        var readme = Read("README.md");

        Assert.Contains("docker compose -f docker-compose.broker.yml up -d --wait", readme, StringComparison.Ordinal);
        Assert.Contains("--profile official", readme, StringComparison.Ordinal);
        Assert.Contains("port 9393", readme, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:9292", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^COPY (?!--from)(?<what>.+)$", RegexOptions.Multiline)]
    private static partial Regex CopyFromContext();

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim());

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContractDemo.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No folder above the tests holds ContractDemo.sln.");
    }
}
