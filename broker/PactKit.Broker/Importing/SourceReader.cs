using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PactKit.Broker.Importing;

/// <summary>Makes records of the resources of another broker, of any age: what it does not tell is left out or worked out.</summary>
internal static partial class SourceReader
{
    private static readonly string[] ShaRelations = ["pb:pact-version", "pb:publish-verification-results"];

    public static ImportedPacticipant Pacticipant(JsonElement json) => new(
        json.Text("name") ?? "", json.Text("displayName"), json.Text("mainBranch"), json.Text("repositoryUrl"), json.Text("repositoryName"), json.Text("repositoryNamespace"),
        [.. (json.Member("_embedded") ?? default).Items("labels").Select(label => label.Text("name")).OfType<string>()], Created(json), json.Time("updatedAt"));

    public static ImportedEnvironment? Environment(JsonElement json) => json.Text("uuid") is { } uuid && json.Text("name") is { } name
        ? new(uuid, name, json.Text("displayName"), json.Flag("production") ?? false, json.Member("contacts")?.GetRawText(), Created(json), json.Time("updatedAt"))
        : null;

    public static ImportedVersion Version(string pacticipant, JsonElement json, IReadOnlyList<ImportedTag> tags) => new(
        pacticipant, json.Text("number") ?? "", json.Text("buildUrl"), [.. BranchVersions(json).Select(branch => branch.Text("name")).OfType<string>()], tags, Created(json), json.Time("updatedAt"));

    public static IEnumerable<JsonElement> BranchVersions(JsonElement version) => (version.Member("_embedded") ?? default).Items("branchVersions");

    public static IEnumerable<JsonElement> Tags(JsonElement version) => (version.Member("_embedded") ?? default).Items("tags");

    /// <summary>A version as lists show it may be too short: older brokers leave out its pacts and deployments there.</summary>
    public static bool IsWhole(JsonElement version) => version.HasLinks("pb:pact-versions") && version.HasLinks("pb:deployed-environments") && version.HasLinks("pb:released-environments");

    public static ImportedPact Pact(string consumer, string version, JsonElement json)
    {
        var text = new StringBuilder("{");
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name is "createdAt" or "_links") continue;
            text.Append(text.Length == 1 ? "\"" : ",\"").Append(JsonEncodedText.Encode(member.Name)).Append("\":").Append(member.Value.GetRawText());
        }

        var provider = json.Links("pb:provider").Select(link => link.Text("name")).FirstOrDefault() ?? json.Member("provider")?.Text("name") ?? "";
        var content = text.Append('}').ToString();
        var sha = Sha(json);
        // A broker that does not tell the sha of a content added ids to it all the same, after it had computed the sha.
        return new ImportedPact(consumer, version, provider, sha, sha is null ? WithoutIds(content) : content, Created(json));
    }

    public static ImportedResult? Result(string consumer, string provider, string sha, JsonElement json)
    {
        var self = json.Href("self") ?? "";
        return json.Text("providerApplicationVersion") is { } version && json.Flag("success") is { } success
            ? new(consumer, provider, sha, Number(self), version, success, json.Text("buildUrl"), json.Member("testResults")?.GetRawText(), json.Member("verifiedBy")?.GetRawText(),
                json.Time("verificationDate") ?? Created(json))
            : null;
    }

    public static ImportedDeployment? Deployment(string pacticipant, string version, JsonElement json) => json.Text("uuid") is { } uuid && json.Member("_embedded", "environment")?.Text("name") is { } environment
        ? new(uuid, pacticipant, version, environment, json.Text("applicationInstance") ?? json.Text("target"), json.Flag("currentlyDeployed") ?? false, json.Time("undeployedAt"), Created(json), json.Time("updatedAt"))
        : null;

    public static ImportedRelease? Release(string pacticipant, string version, JsonElement json) => json.Text("uuid") is { } uuid && json.Member("_embedded", "environment")?.Text("name") is { } environment
        ? new(uuid, pacticipant, version, environment, json.Flag("currentlySupported") is false ? json.Time("supportEndedAt") ?? json.Time("updatedAt") ?? Created(json) : null, Created(json), json.Time("updatedAt"))
        : null;

    /// <summary>The webhook without its secrets, and whether it had any: a broker shows stars in their place.</summary>
    public static (ImportedWebhook Webhook, bool LacksSecrets)? Webhook(JsonElement json)
    {
        if (json.Text("uuid") is not { } uuid || json.Member("request") is not { } request || request.Text("url") is not { } url) return null;
        var headers = request.Member("headers") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String).ToDictionary(header => header.Name, header => header.Value.GetString()!)
            : [];
        var open = headers.Where(header => !IsHidden(header.Value)).ToDictionary();
        var password = request.Text("password");
        var lacks = open.Count < headers.Count || IsHidden(password);
        string? Party(string role, string member) => json.Member(role)?.Text(member);
        return (new ImportedWebhook(
            uuid, json.Text("description"), Party("consumer", "name"), Party("provider", "name"), Party("consumer", "label"), Party("provider", "label"),
            (json.Flag("enabled") ?? true) && !lacks,
            json.Items("events").Select(item => item.Text("name")).OfType<string>().ToList() is { Count: > 0 } events ? events : ["contract_content_changed"],
            request.Text("method") ?? "POST", url, open, request.Member("body")?.GetRawText(), request.Text("username"), IsHidden(password) ? null : password, Created(json), json.Time("updatedAt")), lacks);
    }

    public static string? Sha(JsonElement pact) =>
        ShaRelations.Select(relation => pact.Href(relation)).OfType<string>()
            .Select(href => ShaInPath().Match(href)).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    public static long Number(string resultUrl) => NumberInPath().Match(resultUrl) is { Success: true } match && long.TryParse(match.Groups[1].Value, out var number) ? number : 0;

    public static DateTimeOffset Created(JsonElement json) => json.Time("createdAt") ?? DateTimeOffset.UnixEpoch;

    private static bool IsHidden(string? value) => value is { Length: > 0 } && value.All(letter => letter == '*');

    private static string WithoutIds(string content)
    {
        var root = JsonNode.Parse(content)!.AsObject();
        foreach (var list in new[] { "interactions", "messages" })
        {
            foreach (var item in root[list] as JsonArray ?? []) (item as JsonObject)?.Remove("_id");
        }

        return root.ToJsonString();
    }

    [GeneratedRegex("/pact-version/([0-9a-f]{40})(?:/|$)", RegexOptions.None, 1000)]
    private static partial Regex ShaInPath();

    [GeneratedRegex("/verification-results/([0-9]+)$", RegexOptions.None, 1000)]
    private static partial Regex NumberInPath();
}
