using System.Text.RegularExpressions;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.ClientContract;

/// <summary>Paths that the contract leaves open, since clients get them by following links from the index: here the links are followed, too.</summary>
internal static partial class PlaceholderPaths
{
    private const string Foo = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";
    private const string Place = "16926ef3-590f-4e3f-838e-719717aa88c9";

    /// <summary>Steps from the index: a relation, and the values for its template or the name of one of its links.</summary>
    private static readonly Dictionary<string, (string Rel, string[] Values)[]> Steps = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-TAGGED-VERSION-Condor-production"] = [("pb:latest-tagged-version", ["Condor", "production"])],
        ["/HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-VERSION-Condor"] = [("pb:latest-version", ["Condor"])],
        ["/HAL-REL-PLACEHOLDER-PB-WEBHOOKS"] = [("pb:webhooks", [])],
        ["/HAL-REL-PLACEHOLDER-PB-PUBLISH-CONTRACTS"] = [("pb:publish-contracts", [])],
        ["/HAL-REL-PLACEHOLDER-PB-ENVIRONMENTS"] = [("pb:environments", [])],
        ["/HAL-REL-PLACEHOLDER-PB-ENVIRONMENT-" + Place] = [("pb:environment", [Place])],
        ["/HAL-REL-PLACEHOLDER-PB-PACTICIPANT-BRANCH-Foo-main"] = [("pb:pacticipant-branch", ["Foo", "main"])],
        ["/HAL-REL-PLACEHOLDER-PB-PACTICIPANT-VERSION-Foo-" + Foo] = [("pb:pacticipant-version", ["Foo", Foo])],
        [$"/HAL-REL-PLACEHOLDER-PB-RECORD-DEPLOYMENT-FOO-{Foo}-TEST"] = [("pb:pacticipant-version", ["Foo", Foo]), ("pb:record-deployment", ["test"])],
        [$"/HAL-REL-PLACEHOLDER-PB-RECORD-RELEASE-FOO-{Foo}-TEST"] = [("pb:pacticipant-version", ["Foo", Foo]), ("pb:record-release", ["test"])],
        ["/PLACEHOLDER-ENVIRONMENT-CURRENTLY-DEPLOYED-" + Place] = [("pb:environment", [Place]), ("pb:currently-deployed-deployed-versions", [])],
        // No index names a deployed version: its environment does.
        ["/PLACEHOLDER-DEPLOYED-VERSION-ff3adecf-cfc5-4653-a4e3-f1861092f8e0"] =
            [("pb:environment", ["cb632df3-0a0d-4227-aac3-60114dd36479"]), ("pb:currently-deployed-deployed-versions", []), ("_embedded.deployedVersions", [])],
    };

    /// <summary>The path a placeholder stands for; every other path is itself.</summary>
    public static async Task<string> ResolveAsync(string path, TestData broker)
    {
        if (!Steps.TryGetValue(path, out var steps))
        {
            Assert.DoesNotContain("PLACEHOLDER", path, StringComparison.Ordinal);
            return path;
        }

        var href = "http://example.org/";
        foreach (var (rel, values) in steps)
        {
            var json = (await broker.Get(href)).Json;
            var link = rel.StartsWith("_embedded.", StringComparison.Ordinal) ? json["_embedded"]![rel["_embedded.".Length..]]![0]!["_links"]!["self"]! : json["_links"]![rel]!;
            if (link is System.Text.Json.Nodes.JsonArray links) link = links.Single(one => (string?)one!["name"] == values[0])!;
            var next = 0;
            href = Variable().Replace((string)link["href"]!, _ => values[next++]);
        }

        return new Uri(href).AbsolutePath;
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
