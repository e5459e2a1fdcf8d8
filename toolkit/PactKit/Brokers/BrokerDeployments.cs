using System.Text.Json;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Records what is deployed to, and released in, environments.</summary>
public sealed class BrokerDeployments
{
    private readonly BrokerHttp _http;
    private readonly BrokerEnvironments _environments;
    private readonly BrokerVersions _versions;

    internal BrokerDeployments(BrokerHttp http, BrokerEnvironments environments, BrokerVersions versions) =>
        (_http, _environments, _versions) = (http, environments, versions);

    /// <summary>The version runs in the environment now, in place of what ran there (as that instance, where one is named).</summary>
    public Task<BrokerResult<HalDocument>> RecordDeploymentAsync(
        string pacticipant, string version, string environment, string? applicationInstance = null, CancellationToken cancellationToken = default) =>
        RecordAsync("pb:record-deployment", pacticipant, version, environment, InstanceBody(applicationInstance), cancellationToken);

    /// <summary>The version is available in the environment from now on, beside others.</summary>
    public Task<BrokerResult<HalDocument>> RecordReleaseAsync(
        string pacticipant, string version, string environment, CancellationToken cancellationToken = default) =>
        RecordAsync("pb:record-release", pacticipant, version, environment, JsonBody.Nothing, cancellationToken);

    /// <summary>The application (or that instance of it) no longer runs in the environment. Needed only when nothing replaces it.</summary>
    public Task<BrokerResult<IReadOnlyList<HalDocument>>> RecordUndeploymentAsync(
        string pacticipant, string environment, string? applicationInstance = null, CancellationToken cancellationToken = default)
    {
        var instance = string.IsNullOrEmpty(applicationInstance) ? null : applicationInstance;
        var who = instance is null ? pacticipant : $"{pacticipant} (application instance {instance})";
        return EndAsync(
            environment, "pb:currently-deployed-deployed-versions", $"?pacticipant={Uri.EscapeDataString(pacticipant)}", "deployedVersions",
            deployed => NameIs(deployed, pacticipant) && (deployed.Text("applicationInstance") ?? deployed.Text("target")) == instance,
            "currentlyDeployed", $"{who} is not currently deployed to {environment}; there is nothing to undeploy.", cancellationToken);
    }

    /// <summary>A released version is no longer supported in the environment.</summary>
    public Task<BrokerResult<IReadOnlyList<HalDocument>>> RecordSupportEndedAsync(
        string pacticipant, string version, string environment, CancellationToken cancellationToken = default) =>
        EndAsync(
            environment, "pb:currently-supported-released-versions",
            $"?pacticipant={Uri.EscapeDataString(pacticipant)}&version={Uri.EscapeDataString(version)}", "releasedVersions",
            released => NameIs(released, pacticipant) && released.Member("_embedded")?.Member("version")?.Text("number") == version,
            "currentlySupported", $"{pacticipant} version {version} is not currently supported in {environment}.", cancellationToken);

    private async Task<BrokerResult<HalDocument>> RecordAsync(
        string relation, string pacticipant, string version, string environment, JsonBody body, CancellationToken cancellationToken)
    {
        var found = await _versions.GetAsync(pacticipant, version, cancellationToken);
        if (!found.Succeeded) return found;
        var links = found.Value.Links(relation);
        if (links.FirstOrDefault(link => link.Name == environment) is { } target)
            return await _http.SendAsync(HttpMethod.Post, _http.Root.Resolve(target.Href), body, cancellationToken);
        var list = await _environments.ListAsync(cancellationToken);
        return list.Succeeded ? BrokerEnvironments.Unknown(environment, list.Value) : list;
    }

    private async Task<BrokerResult<IReadOnlyList<HalDocument>>> EndAsync(
        string environment, string relation, string query, string embedded, Func<JsonElement, bool> isMeant,
        string flag, string nothing, CancellationToken cancellationToken)
    {
        var found = await _environments.FindAsync(environment, cancellationToken);
        if (!found.Succeeded) return found.Error;
        if (found.Value.Link(relation) is not { } link) return Failures.NotOffered(found.Value.Url, relation);
        var list = await _http.GetAsync(new Uri(_http.Root.Resolve(link.Href).AbsoluteUri + query), cancellationToken);
        if (!list.Succeeded) return list.Error;

        var ended = new List<HalDocument>();
        var body = JsonBody.Write(json => json.WriteBoolean(flag, false), JsonBody.MergePatch);
        foreach (var item in list.Value.Embedded(embedded).Where(isMeant))
        {
            if (HalDocument.LinksOf(item, "self") is not [var self, ..]) continue;
            var answer = await _http.SendAsync(HttpMethod.Patch, _http.Root.Resolve(self.Href), body, cancellationToken);
            if (!answer.Succeeded) return answer.Error;
            ended.Add(answer.Value);
        }

        if (ended.Count > 0) return new(ended);
        return new BrokerError(BrokerErrorKind.NotFound, nothing) { Url = list.Value.Url };
    }

    // Brokers from before these queries filter on nothing, so the answer is filtered again here.
    private static bool NameIs(JsonElement item, string pacticipant) =>
        item.Member("_embedded")?.Member("pacticipant")?.Text("name") is not { } name || name == pacticipant;

    private static JsonBody InstanceBody(string? instance) => string.IsNullOrEmpty(instance) ? JsonBody.Nothing : JsonBody.Write(json =>
    {
        json.WriteString("applicationInstance", instance);
        json.WriteString("target", instance); // the name older brokers know it by
    });
}
