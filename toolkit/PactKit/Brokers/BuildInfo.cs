namespace PactKit.Brokers;

/// <summary>
/// What is being built: the version, branch and build address that pacts and verification results are published under. Found in the
/// variables of the build service, and in the git repository where there is none; unknown members are null.
/// </summary>
public sealed record BuildInfo
{
    /// <summary>The commit.</summary>
    public string? Version { get; init; }

    /// <summary>The branch; for a pull request its source branch. Null on a detached checkout and for builds of tags.</summary>
    public string? Branch { get; init; }

    /// <summary>The build's page at the build service; never known from git.</summary>
    public string? BuildUrl { get; init; }

    /// <summary>Where it was found ("GitHub Actions", "git"), or null.</summary>
    public string? Source { get; init; }

    /// <summary>What this process builds: its variables, and the repository that holds the current directory.</summary>
    public static BuildInfo Detect() => Detect(ProcessVariables.Read(), Directory.GetCurrentDirectory());

    /// <summary>Looks at the variables first; what they do not say is read from the repository that holds <paramref name="directory"/>.</summary>
    public static BuildInfo Detect(IReadOnlyDictionary<string, string> environment, string directory)
    {
        var fromService = CiService.Detect(environment);
        if (fromService is { Version: not null, Branch: not null }) return fromService;
        var fromGit = GitRepository.Read(directory);
        return new BuildInfo
        {
            Version = fromService?.Version ?? fromGit?.Version,
            Branch = fromService?.Branch ?? fromGit?.Branch,
            BuildUrl = fromService?.BuildUrl,
            Source = fromService?.Source ?? fromGit?.Source,
        };
    }
}
