namespace PactKit.Brokers;

/// <summary>The build services that say what they build in environment variables; a pure function over those.</summary>
/// <remarks>Each service's variables are documented by it. Pull requests come first: a service often builds a made-up merge branch.</remarks>
public static class CiService
{
    private sealed record Service(
        string Name, string Marker, string[] Commit, string[] Branch, Func<IReadOnlyDictionary<string, string>, string?> Url);

    private static readonly Service[] Services =
    [
        new("GitHub Actions", "GITHUB_ACTIONS", ["GITHUB_SHA"], ["GITHUB_HEAD_REF", "GITHUB_REF"],
            env => Join(env, "GITHUB_SERVER_URL", "/", "GITHUB_REPOSITORY", "/actions/runs/", "GITHUB_RUN_ID")),
        new("GitLab", "GITLAB_CI", ["CI_COMMIT_SHA"], ["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH", "CI_BUILD_REF_NAME"],
            env => First(env, "CI_JOB_URL", "CI_PIPELINE_URL")),
        new("Azure DevOps", "TF_BUILD", ["BUILD_SOURCEVERSION"], ["SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"],
            env => Join(env, "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "", "SYSTEM_TEAMPROJECT", "/_build/results?buildId=", "BUILD_BUILDID")),
        new("Bitbucket", "BITBUCKET_BUILD_NUMBER", ["BITBUCKET_COMMIT"], ["BITBUCKET_BRANCH"],
            env => Join(env, "BITBUCKET_GIT_HTTP_ORIGIN", "/pipelines/results/", "BITBUCKET_BUILD_NUMBER")),
        new("CircleCI", "CIRCLECI", ["CIRCLE_SHA1"], ["CIRCLE_BRANCH"], env => First(env, "CIRCLE_BUILD_URL")),
        new("Buildkite", "BUILDKITE", ["BUILDKITE_COMMIT"], ["BUILDKITE_BRANCH"], env => First(env, "BUILDKITE_BUILD_URL")),
        new("AppVeyor", "APPVEYOR", ["APPVEYOR_PULL_REQUEST_HEAD_COMMIT", "APPVEYOR_REPO_COMMIT"],
            ["APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH", "APPVEYOR_REPO_BRANCH"],
            env => Join(env, "APPVEYOR_URL", "/project/", "APPVEYOR_ACCOUNT_NAME", "/", "APPVEYOR_PROJECT_SLUG", "/builds/", "APPVEYOR_BUILD_ID")),
        new("Travis CI", "TRAVIS", ["TRAVIS_PULL_REQUEST_SHA", "TRAVIS_COMMIT"], ["TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"],
            env => First(env, "TRAVIS_BUILD_WEB_URL")),
        new("CodeBuild", "CODEBUILD_BUILD_ID", ["CODEBUILD_RESOLVED_SOURCE_VERSION"], ["CODEBUILD_WEBHOOK_HEAD_REF"],
            env => First(env, "CODEBUILD_BUILD_URL")),
        new("TeamCity", "TEAMCITY_VERSION", ["BUILD_VCS_NUMBER"], ["TEAMCITY_BUILD_BRANCH", "BUILD_VCS_BRANCH"],
            env => First(env, "BUILD_URL")),
        new("Codeship", "CI_BUILD_APPROVED", ["CI_COMMIT_ID"], ["CI_BRANCH"], env => First(env, "CI_BUILD_URL")),
        new("Jenkins", "JENKINS_URL", ["GIT_COMMIT"], ["CHANGE_BRANCH", "BRANCH_NAME", "GIT_LOCAL_BRANCH", "GIT_BRANCH"],
            env => First(env, "BUILD_URL")),
    ];

    /// <summary>What the variables say, or null where no known build service set them.</summary>
    public static BuildInfo? Detect(IReadOnlyDictionary<string, string> environment)
    {
        var service = Services.FirstOrDefault(candidate => First(environment, candidate.Marker) is not (null or "false"));
        return service is null ? null : new BuildInfo
        {
            Version = First(environment, service.Commit),
            Branch = BranchName(First(environment, service.Branch)),
            BuildUrl = service.Url(environment),
            Source = service.Name,
        };
    }

    private static string? BranchName(string? reference) => reference switch
    {
        null => null,
        _ when reference.StartsWith("refs/heads/", StringComparison.Ordinal) => reference["refs/heads/".Length..],
        _ when reference.StartsWith("refs/", StringComparison.Ordinal) => null, // a tag, or a pull request's made-up merge
        _ when reference.StartsWith("origin/", StringComparison.Ordinal) => reference["origin/".Length..],
        _ => reference,
    };

    private static string? First(IReadOnlyDictionary<string, string> environment, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return value;
        return null;
    }

    // Names of variables alternate with literal text; one missing variable makes the address worthless.
    private static string? Join(IReadOnlyDictionary<string, string> environment, params ReadOnlySpan<string> parts)
    {
        var text = "";
        for (var index = 0; index < parts.Length; index++)
        {
            if (index % 2 == 1) text += parts[index];
            else if (First(environment, parts[index]) is { } value) text += value;
            else return null;
        }

        return text;
    }
}
