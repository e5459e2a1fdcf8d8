using System.CommandLine;
using System.CommandLine.Parsing;
using PactKit.Brokers;

namespace PactKit.Cli.Options;

/// <summary>Version, branch, tags and build address of what is published: given, or found in the build's variables and git.</summary>
internal sealed class VersionDetection(CliHost host)
{
    private readonly Option<string?> _version = Opt.Text(
        "--consumer-app-version", "Version of the consumer; usually the commit.", "VERSION", "-a");
    private readonly Option<string?> _branch = Opt.Text(
        "--branch", "Branch of the consumer version. -h followed by a name is understood, too.", "BRANCH");
    private readonly Option<bool> _detect = Opt.Flag(
        "--auto-detect-version-properties", "Take version, branch and build URL from the CI service's variables or from git.", "-r");
    private readonly Option<string[]> _tags = Opt.Many(
        "--tag", "Tag for the consumer version. May be repeated, or several separated by commas.", "TAG", "-t");
    private readonly Option<bool> _tagWithBranch = Opt.Flag("--tag-with-git-branch", "Tag with the name of the current branch.", "-g");
    private readonly Option<string?> _buildUrl = Opt.Text("--build-url", "Address of the build that made the pacts.", "URL");

    public IEnumerable<Option> All => [_version, _branch, _detect, _tags, _tagWithBranch, _buildUrl];

    public sealed record Properties(string Version, string? Branch, IReadOnlyList<string> Tags, string? BuildUrl);

    public string? Check(ParseResult parsed) => Given(parsed, _version) is null && !parsed.GetValue(_detect)
        ? "Which version? Give --consumer-app-version (-a), or --auto-detect-version-properties (-r)."
        : null;

    /// <summary>After <see cref="Check"/>: the properties, or what could not be found.</summary>
    public (Properties? Properties, string? Problem) Read(ParseResult parsed)
    {
        var (version, branch, buildUrl) = (Given(parsed, _version), Given(parsed, _branch), Given(parsed, _buildUrl));
        var tags = (parsed.GetValue(_tags) ?? []).SelectMany(tag => tag.Split(',')).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).ToList();
        var detect = parsed.GetValue(_detect);
        if (detect || parsed.GetValue(_tagWithBranch))
        {
            var found = BuildInfo.Detect(host.Environment, host.Directory);
            if (parsed.GetValue(_tagWithBranch))
            {
                if ((branch ?? found.Branch) is not { } current)
                    return (null, "No branch was found to tag with: neither the CI service's variables nor git name one.");
                tags.Add(current);
            }

            if (detect)
            {
                version ??= found.Version;
                branch ??= found.Branch;
                buildUrl ??= found.BuildUrl;
                if (version is null) return (null, "No version was found: neither the CI service's variables nor git name a commit.");
            }
        }

        return (new Properties(version!, branch, [.. tags.Distinct(StringComparer.Ordinal)], buildUrl), null);
    }

    private static string? Given(ParseResult parsed, Option<string?> option) =>
        string.IsNullOrWhiteSpace(parsed.GetValue(option)) ? null : parsed.GetValue(option);
}
