namespace PactKit.Broker.Hal;

/// <summary>Every URL the broker hands out. Segments are encoded whole, so that a branch <c>feat/x</c> stays one segment.</summary>
internal sealed class Urls(string baseUrl)
{
    public string Base => baseUrl;

    public string Pacticipant(string name) => $"{baseUrl}/pacticipants/{E(name)}";

    public string Label(string pacticipant, string label) => $"{Pacticipant(pacticipant)}/labels/{E(label)}";

    public string Version(string pacticipant, string number) => $"{Pacticipant(pacticipant)}/versions/{E(number)}";

    public string Tag(string pacticipant, string number, string tag) => $"{Version(pacticipant, number)}/tags/{E(tag)}";

    public string Branch(string pacticipant, string branch) => $"{Pacticipant(pacticipant)}/branches/{E(branch)}";

    public string BranchVersion(string pacticipant, string branch, string number) => $"{Branch(pacticipant, branch)}/versions/{E(number)}";

    public string Provider(string provider) => $"{baseUrl}/pacts/provider/{E(provider)}";

    public string Pair(string consumer, string provider) => $"{Provider(provider)}/consumer/{E(consumer)}";

    public string Pact(string consumer, string provider, string number) => $"{Pair(consumer, provider)}/version/{E(number)}";

    public string PactVersion(string consumer, string provider, string sha) => $"{Pair(consumer, provider)}/pact-version/{E(sha)}";

    public string PactVersion(string consumer, string provider, string sha, string? metadata) =>
        metadata is null ? PactVersion(consumer, provider, sha) : $"{PactVersion(consumer, provider, sha)}/metadata/{E(metadata)}";

    public string Verification(string consumer, string provider, string sha, long number) =>
        $"{PactVersion(consumer, provider, sha)}/verification-results/{number}";

    public string Environment(string uuid) => $"{baseUrl}/environments/{E(uuid)}";

    public string DeployedVersion(string uuid) => $"{baseUrl}/deployed-versions/{E(uuid)}";

    public string ReleasedVersion(string uuid) => $"{baseUrl}/released-versions/{E(uuid)}";

    public string Webhook(string uuid) => $"{baseUrl}/webhooks/{E(uuid)}";

    public string TriggeredWebhookLogs(string uuid) => $"{baseUrl}/triggered-webhooks/{E(uuid)}/logs";

    public static string PactTitle(string consumer, string number, string provider) => $"Pact between {consumer} ({number}) and {provider}";

    private static string E(string segment) => Uri.EscapeDataString(segment);
}
