using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

public sealed class BuildInfoTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF=refs/heads/feat/x GITHUB_SERVER_URL=https://gh GITHUB_REPOSITORY=o/r GITHUB_RUN_ID=7", "abc", "feat/x", "https://gh/o/r/actions/runs/7")]
    [InlineData("GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF=refs/pull/5/merge GITHUB_HEAD_REF=feat/y", "abc", "feat/y", null)]
    [InlineData("GITHUB_ACTIONS=true GITHUB_SHA=abc GITHUB_REF=refs/tags/v1", "abc", null, null)]
    [InlineData("GITLAB_CI=true CI_COMMIT_SHA=abc CI_COMMIT_BRANCH=main CI_JOB_URL=https://gl/1", "abc", "main", "https://gl/1")]
    [InlineData("GITLAB_CI=true CI_COMMIT_SHA=abc CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=mr CI_PIPELINE_URL=https://gl/2", "abc", "mr", "https://gl/2")]
    [InlineData("TF_BUILD=True BUILD_SOURCEVERSION=abc BUILD_SOURCEBRANCH=refs/heads/main SYSTEM_TEAMFOUNDATIONCOLLECTIONURI=https://az/o/ SYSTEM_TEAMPROJECT=p BUILD_BUILDID=3", "abc", "main", "https://az/o/p/_build/results?buildId=3")]
    [InlineData("TF_BUILD=True BUILD_SOURCEVERSION=abc BUILD_SOURCEBRANCH=refs/pull/1/merge SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/pr", "abc", "pr", null)]
    [InlineData("BITBUCKET_BUILD_NUMBER=9 BITBUCKET_COMMIT=abc BITBUCKET_BRANCH=b BITBUCKET_GIT_HTTP_ORIGIN=http://bb/o/r", "abc", "b", "http://bb/o/r/pipelines/results/9")]
    [InlineData("CIRCLECI=true CIRCLE_SHA1=abc CIRCLE_BRANCH=b CIRCLE_BUILD_URL=https://cc/1", "abc", "b", "https://cc/1")]
    [InlineData("JENKINS_URL=http://j GIT_COMMIT=abc GIT_BRANCH=origin/main BUILD_URL=http://j/1", "abc", "main", "http://j/1")]
    [InlineData("JENKINS_URL=http://j GIT_COMMIT=abc BRANCH_NAME=PR-1 CHANGE_BRANCH=feat BUILD_URL=http://j/1", "abc", "feat", "http://j/1")]
    [InlineData("TEAMCITY_VERSION=1 BUILD_VCS_NUMBER=abc TEAMCITY_BUILD_BRANCH=b BUILD_URL=http://tc/1", "abc", "b", "http://tc/1")]
    [InlineData("APPVEYOR=True APPVEYOR_REPO_COMMIT=abc APPVEYOR_REPO_BRANCH=b APPVEYOR_URL=https://av APPVEYOR_ACCOUNT_NAME=a APPVEYOR_PROJECT_SLUG=p APPVEYOR_BUILD_ID=4", "abc", "b", "https://av/project/a/p/builds/4")]
    [InlineData("TRAVIS=true TRAVIS_COMMIT=merge TRAVIS_PULL_REQUEST_SHA=abc TRAVIS_BRANCH=main TRAVIS_PULL_REQUEST_BRANCH=pr TRAVIS_BUILD_WEB_URL=https://tr/1", "abc", "pr", "https://tr/1")]
    [InlineData("BUILDKITE=true BUILDKITE_COMMIT=abc BUILDKITE_BRANCH=b BUILDKITE_BUILD_URL=https://bk/1", "abc", "b", "https://bk/1")]
    [InlineData("CODEBUILD_BUILD_ID=x CODEBUILD_RESOLVED_SOURCE_VERSION=abc CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/b CODEBUILD_BUILD_URL=https://cb/1", "abc", "b", "https://cb/1")]
    public void A_build_service_says_what_it_builds(string variables, string version, string? branch, string? url)
    {
        var found = CiService.Detect(variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
        Assert.Equal((version, branch, url), (found?.Version, found?.Branch, found?.BuildUrl));
    }

    [Fact]
    public void Variables_of_no_build_service_say_nothing() =>
        Assert.Null(CiService.Detect(new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "false", ["GIT_COMMIT"] = "abc" }));

    [Fact]
    public void A_repository_is_read_from_any_directory_inside_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/HEAD", "ref: refs/heads/feat/x\n");
        folder.Write(".git/refs/heads/feat/x", "abc\n");
        folder.Write("src/deep/file", "");
        Assert.Equal(new BuildInfo { Version = "abc", Branch = "feat/x", Source = "git" }, GitRepository.Read(folder.At("src/deep")));
    }

    [Fact]
    public void Packed_references_are_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/packed-refs", "# pack-refs with: peeled\n111 refs/heads/other-main\n222 refs/heads/main\n^333\n");
        Assert.Equal("222", GitRepository.Read(folder.At("."))?.Version);
    }

    [Fact]
    public void A_detached_checkout_has_a_commit_and_no_branch()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/HEAD", "abc\n");
        Assert.Equal(new BuildInfo { Version = "abc", Source = "git" }, GitRepository.Read(folder.At(".")));
    }

    [Fact]
    public void A_worktree_has_its_own_head_and_shares_its_branches()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
        folder.Write("main/.git/worktrees/tree/HEAD", "ref: refs/heads/w\n");
        folder.Write("main/.git/worktrees/tree/commondir", "../..\n");
        folder.Write("main/.git/refs/heads/w", "abc\n");
        Assert.Equal(new BuildInfo { Version = "abc", Branch = "w", Source = "git" }, GitRepository.Read(folder.At("tree")));
    }

    [Fact]
    public void What_the_service_does_not_say_is_read_from_git()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        folder.Write(".git/refs/heads/main", "abc\n");
        var variables = new Dictionary<string, string> { ["CIRCLECI"] = "true", ["CIRCLE_SHA1"] = "def", ["CIRCLE_BUILD_URL"] = "u" };
        Assert.Equal(
            new BuildInfo { Version = "def", Branch = "main", BuildUrl = "u", Source = "CircleCI" }, BuildInfo.Detect(variables, folder.At(".")));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("pactkit-");

        public string At(string path) => Path.Combine(_root.FullName, path);

        public void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllText(At(path), text);
        }

        public void Dispose() => _root.Delete(recursive: true);
    }
}
