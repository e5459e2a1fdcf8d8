using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;

namespace PactKit.Broker.Verifications;

internal static class VerificationDocument
{
    public static HalDocument Of(Verification verification, VerificationDetails? details, string consumerVersion, Urls urls)
    {
        var (consumer, provider, sha) = (verification.Consumer, verification.Provider, verification.Sha);
        var self = urls.Verification(consumer, provider, sha, verification.Id);
        var metadata = new SelectionMetadata { ConsumerVersionNumber = consumerVersion }.Encode();
        return new HalDocument
        {
            ["providerName"] = provider,
            ["providerApplicationVersion"] = verification.ProviderVersion,
            ["success"] = verification.Success,
            ["verificationDate"] = verification.CreatedAt,
            ["buildUrl"] = verification.BuildUrl,
            ["testResults"] = RawJson.From(details?.TestResults),
            ["verifiedBy"] = RawJson.From(details?.VerifiedBy ?? "{}"),
        }
        .Link("self", new Link(self, "Verification result", $"Verification result {verification.Id} for {Urls.PactTitle(consumer, consumerVersion, provider)}"))
        .Link("pb:pact-version", new Link(urls.PactVersion(consumer, provider, sha, metadata), "Pact", Urls.PactTitle(consumer, consumerVersion, provider)))
        .Link("pb:triggered-webhooks", new Link(self + "/triggered-webhooks", "Webhooks triggered by the publication of this verification result"));
    }
}
