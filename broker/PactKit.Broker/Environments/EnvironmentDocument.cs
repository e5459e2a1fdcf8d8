using PactKit.Broker.Hal;

namespace PactKit.Broker.Environments;

internal static class EnvironmentDocument
{
    public static HalDocument Of(EnvironmentRow environment, Urls urls)
    {
        var self = urls.Environment(environment.Uuid);
        return Plain(environment)
            .Link("self", new Link(self, "Environment", environment.Name))
            .Link("pb:currently-deployed-deployed-versions", new Link(
                self + "/deployed-versions/currently-deployed", $"Versions currently deployed to {environment.DisplayName}"))
            .Link("pb:currently-supported-released-versions", new Link(
                self + "/released-versions/currently-supported", $"Versions currently released and supported in {environment.DisplayName}"))
            .Link("pb:environments", new Link(urls.Base + "/environments", "Environments"));
    }

    /// <summary>The short form of matrix rows.</summary>
    public static HalDocument InMatrix(EnvironmentRow environment, Urls urls)
    {
        var document = Plain(environment with { Contacts = null });
        return document.Link("self", new Link(urls.Environment(environment.Uuid), "Environment", environment.Name));
    }

    public static HalDocument Of(DeployedVersion deployed, Urls urls, EnvironmentRow? environment, bool embedVersion)
    {
        var document = new HalDocument
        {
            ["uuid"] = deployed.Uuid,
            ["currentlyDeployed"] = deployed.CurrentlyDeployed,
            ["target"] = deployed.Instance,
            ["applicationInstance"] = deployed.Instance,
            ["undeployedAt"] = deployed.UndeployedAt,
            ["createdAt"] = deployed.CreatedAt,
            ["updatedAt"] = deployed.UpdatedAt == deployed.CreatedAt ? null : deployed.UpdatedAt,
        };
        Embed(document, deployed.Pacticipant, deployed.Number, urls, environment, embedVersion);
        return document.Link("self", new Link(urls.DeployedVersion(deployed.Uuid), "Deployed version"));
    }

    public static HalDocument Of(ReleasedVersion released, Urls urls, EnvironmentRow? environment, bool embedVersion)
    {
        var document = new HalDocument
        {
            ["uuid"] = released.Uuid,
            ["currentlySupported"] = released.SupportEndedAt is null,
            ["supportEndedAt"] = released.SupportEndedAt,
            ["createdAt"] = released.CreatedAt,
            ["updatedAt"] = released.UpdatedAt == released.CreatedAt ? null : released.UpdatedAt,
        };
        Embed(document, released.Pacticipant, released.Number, urls, environment, embedVersion);
        return document.Link("self", new Link(urls.ReleasedVersion(released.Uuid), "Released version"));
    }

    private static HalDocument Plain(EnvironmentRow environment) => new()
    {
        ["uuid"] = environment.Uuid,
        ["name"] = environment.Name,
        ["displayName"] = environment.DisplayName,
        ["production"] = environment.Production,
        ["contacts"] = RawJson.From(environment.Contacts),
        ["createdAt"] = environment.CreatedAt,
        ["updatedAt"] = environment.UpdatedAt == environment.CreatedAt ? null : environment.UpdatedAt,
    };

    private static void Embed(HalDocument document, string pacticipant, string number, Urls urls, EnvironmentRow? environment, bool embedVersion)
    {
        if (embedVersion)
        {
            document.Embed("pacticipant", new HalDocument { ["name"] = pacticipant }
                .Link("self", new Link(urls.Pacticipant(pacticipant), "Pacticipant", pacticipant)));
            document.Embed("version", new HalDocument { ["number"] = number }
                .Link("self", new Link(urls.Version(pacticipant, number), "Version", number)));
        }

        if (environment is not null) document.Embed("environment", Of(environment, urls));
    }
}
