using PactKit.Broker.Environments;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Versions;

internal static class VersionDocument
{
    /// <param name="self">The URL asked for; null in lists, where the canonical one is right.</param>
    /// <param name="environments">Given only for a single version: where it could be deployed or released.</param>
    public static HalDocument Of(
        PacticipantVersion version, VersionDetails details, ILookup<long, string> providers, Urls urls, string? self = null, IReadOnlyList<EnvironmentRow>? environments = null)
    {
        var (pacticipant, number) = (version.Pacticipant, version.Number);
        var canonical = urls.Version(pacticipant, number);
        var document = new HalDocument
        {
            ["number"] = number,
            ["buildUrl"] = version.BuildUrl,
            ["createdAt"] = version.CreatedAt,
            ["updatedAt"] = version.UpdatedAt == version.CreatedAt ? null : version.UpdatedAt,
        };
        document
            .Embed("branchVersions", details.Branches[version.Id].Select(b => BranchVersion(pacticipant, number, b, urls)))
            .Embed("tags", details.Tags[version.Id].Select(t =>
                new HalDocument { ["name"] = t.Name }.Link("self", new Link(urls.Tag(pacticipant, number, t.Name), "Tag", t.Name))))
            .Link("self", new Link(self ?? canonical, "Version", number))
            .Link("pb:pacticipant", new Link(urls.Pacticipant(pacticipant), "Pacticipant", pacticipant))
            .Link("pb:tag", new Link(canonical + "/tags/{tag}", "Get, create or delete a tag for this pacticipant version", Templated: true))
            .Link("pb:latest-verification-results-where-pacticipant-is-consumer", new Link(
                $"{urls.Base}/verification-results/consumer/{Uri.EscapeDataString(pacticipant)}/version/{Uri.EscapeDataString(number)}/latest",
                "Latest verification results for the pacticipant version"))
            .Links("pb:pact-versions", providers[version.Id].Select(provider =>
                new Link(urls.Pact(pacticipant, provider, number), "Pact", Urls.PactTitle(pacticipant, number, provider))))
            .Links("pb:deployed-environments", details.Deployed[version.Id].Select(d => Deployed(d, urls)))
            .Links("pb:released-environments", details.Released[version.Id].Select(r => Released(r, urls)));
        if (environments is not null)
        {
            document
                .Links("pb:record-deployment", environments.Select(e =>
                    new Link($"{canonical}/deployed-versions/environment/{e.Uuid}", $"Record deployment to {e.DisplayName}", e.Name)))
                .Links("pb:record-release", environments.Select(e =>
                    new Link($"{canonical}/released-versions/environment/{e.Uuid}", $"Record release to {e.DisplayName}", e.Name)));
        }

        return document.Curies(urls, "version");
    }

    public static HalDocument BranchVersion(string pacticipant, string number, BranchMembership branch, Urls urls) =>
        new HalDocument { ["name"] = branch.Name, ["latest"] = branch.IsHead }
            .Link("self", new Link(urls.BranchVersion(pacticipant, branch.Name, number), "Branch version", branch.Name));

    private static Link Deployed(DeployedVersion deployed, Urls urls) =>
        new(urls.DeployedVersion(deployed.Uuid), "Version deployed to environment", deployed.EnvironmentDisplayName)
        {
            Extra = deployed.Instance is { } instance
                ? [new("currently_deployed", deployed.CurrentlyDeployed), new("application_instance", instance)]
                : [new("currently_deployed", deployed.CurrentlyDeployed)],
        };

    private static Link Released(ReleasedVersion released, Urls urls) =>
        new(urls.ReleasedVersion(released.Uuid), "Version released to environment", released.EnvironmentDisplayName)
        {
            Extra = [new("currently_supported", released.SupportEndedAt is null)],
        };
}
