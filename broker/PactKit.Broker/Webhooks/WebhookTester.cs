using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;

namespace PactKit.Broker.Webhooks;

/// <summary>Calls a webhook once, now, with the latest pact it applies to, so that its author sees what happens.</summary>
internal sealed class WebhookTester(WebhookSender sender, WebhooksStore webhooks, WebhookContexts contexts, BrokerSettings settings)
{
    public async Task<IResult> TestAsync(BrokerRequest request, Webhook webhook, bool saved, CancellationToken ct)
    {
        var latest = await webhooks.LatestPactAsync(webhook, ct);
        var values = latest is null ? Placeholders(request.Urls.Base) : await contexts.OfContractAsync(latest, "test", new PublishContext(request.Urls.Base), ct);
        var outcome = await sender.SendAsync(webhook.HttpRequest, values, ct);
        return new HalResult(Document(request, webhook, outcome, saved));
    }

    private HalDocument Document(BrokerRequest request, Webhook webhook, WebhookOutcome outcome, bool saved)
    {
        var open = settings.WebhookHosts.Count > 0;
        var document = new HalDocument
        {
            ["request"] = new HalDocument { ["headers"] = Object(outcome.RequestHeaders), ["body"] = outcome.RequestBody, ["url"] = outcome.Url },
            ["response"] = open && outcome.Status is not null ? Response(outcome) : null,
            ["error"] = open && outcome.Error is not null ? new HalDocument { ["message"] = outcome.Error } : null,
            ["message"] = open ? null : "What the server answered is not shown, so that webhooks cannot be used to look around the network. List the hosts you trust in PACT_BROKER_WEBHOOK_HOST_WHITELIST to see it.",
            ["logs"] = outcome.Logs,
            ["success"] = outcome.Success,
        };
        if (saved) document.Link("webhook", new Link(request.Urls.Webhook(webhook.Uuid)));
        return document.Link("try-again", new Link(request.SelfUrl));
    }

    private static HalDocument Response(WebhookOutcome outcome) =>
        new() { ["status"] = outcome.Status, ["headers"] = Object(outcome.ResponseHeaders ?? new Dictionary<string, string>()), ["body"] = outcome.ResponseBody };

    private static IEnumerable<KeyValuePair<string, object?>> Object(IReadOnlyDictionary<string, string> values) =>
        values.Select(value => KeyValuePair.Create<string, object?>(value.Key, value.Value));

    private static Dictionary<string, string> Placeholders(string baseUrl) => new()
    {
        ["consumerName"] = "placeholder-consumer",
        ["providerName"] = "placeholder-provider",
        ["consumerVersionNumber"] = "1",
        ["providerVersionNumber"] = "1",
        ["pactUrl"] = baseUrl + "/pacts/provider/placeholder-provider/consumer/placeholder-consumer/version/1",
        ["verificationResultUrl"] = baseUrl + "/pacts/provider/placeholder-provider/consumer/placeholder-consumer/pact-version/1/verification-results/1",
        ["eventName"] = "test",
        ["githubVerificationStatus"] = "success",
        ["bitbucketVerificationStatus"] = "SUCCESSFUL",
        ["azureDevOpsVerificationStatus"] = "succeeded",
        ["gitlabVerificationStatus"] = "success",
    };
}
