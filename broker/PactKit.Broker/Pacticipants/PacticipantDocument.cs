using PactKit.Broker.Environments;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacticipants;

internal static class PacticipantDocument
{
    public static HalDocument Of(Pacticipant pacticipant, PacticipantExtras extras, Urls urls, IEnumerable<DeployedVersion>? deployed = null, bool curies = true)
    {
        var self = urls.Pacticipant(pacticipant.Name);
        var document = new HalDocument
        {
            ["name"] = pacticipant.Name,
            ["displayName"] = pacticipant.DisplayName,
            ["repositoryUrl"] = pacticipant.RepositoryUrl,
            ["repositoryName"] = pacticipant.RepositoryName,
            ["repositoryNamespace"] = pacticipant.RepositoryNamespace,
            ["mainBranch"] = pacticipant.MainBranch,
            ["updatedAt"] = pacticipant.UpdatedAt == pacticipant.CreatedAt ? null : pacticipant.UpdatedAt,
            ["createdAt"] = pacticipant.CreatedAt,
        };
        if (extras.LatestVersion is { } number)
        {
            document.Embed("latestVersion", LatestVersion(pacticipant.Name, number, urls, deprecated: false));
            document.Embed("latest-version", LatestVersion(pacticipant.Name, number, urls, deprecated: true));
        }

        document.Embed("labels", extras.Labels.Select(label => Label(pacticipant.Name, label, urls)));
        document.Link("self", new Link(self)).Link("pb:versions", new Link(self + "/versions")).Link("pb:branches", new Link(self + "/branches"));
        if (deployed is not null) document.Links("pb:deployed-environments", deployed.Select(d => DeployedLink(d, urls)));
        document
            .Link("pb:version", new Link(self + "/versions/{version}", "Get, create or delete a pacticipant version", Templated: true))
            .Link("pb:version-tag", new Link(self + "/versions/{version}/tags/{tag}", $"Get, create or delete a tag for a version of {pacticipant.Name}", Templated: true))
            .Link("pb:branch-version", new Link(self + "/branches/{branch}/versions/{version}", $"Get or add a version of a branch of {pacticipant.Name}", Templated: true))
            .Link("pb:label", new Link(self + "/labels/{label}", $"Get, create or delete a label for {pacticipant.Name}", Templated: true))
            .Link("versions", new Link(self + "/versions", "Deprecated: use pb:versions"))
            .Link("pb:can-i-deploy-badge", new Link(self + "/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge", "Can I deploy badge: tag to tag", Templated: true))
            .Link("pb:can-i-deploy-branch-to-environment-badge", new Link(
                self + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge", "Can I deploy badge: branch to environment", Templated: true));
        if (curies) document.Curies(urls, "pacticipant");
        return document;
    }

    private static HalDocument LatestVersion(string pacticipant, string number, Urls urls, bool deprecated) => new HalDocument
    {
        ["number"] = number,
        ["title"] = deprecated ? "Deprecated: use latestVersion" : null,
        ["name"] = deprecated ? "Deprecated: use latestVersion" : null,
    }.Link("self", new Link(urls.Version(pacticipant, number), "Version", number));

    private static HalDocument Label(string pacticipant, string label, Urls urls) =>
        new HalDocument { ["name"] = label }.Link("self", new Link(urls.Label(pacticipant, label), "Label", label));

    private static Link DeployedLink(DeployedVersion deployed, Urls urls) =>
        new(urls.DeployedVersion(deployed.Uuid), "Version deployed to environment", deployed.EnvironmentDisplayName)
        {
            Extra = [new("currently_deployed", deployed.CurrentlyDeployed)],
        };
}
