using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Verifications;

namespace PactKit.Broker.Dashboard;

/// <summary>How the pact of a pair stands.</summary>
internal enum PactStatus
{
    Never,
    Success,
    Failed,
    FailedPending,
    Stale,
}

/// <summary>The badge of a pact: its latest result, or that its content changed since.</summary>
internal sealed class PactBadges(PactsStore pacts, VerificationsStore verifications)
{
    public async Task<IResult> OfAsync(BrokerRequest request, string consumer, string provider, PactFilter filter, string? tag, string? providerTag, CancellationToken ct)
    {
        var label = Label(request, consumer, provider, tag, providerTag);
        if (await pacts.FindAsync(consumer, provider, filter, ct) is not { } pact) return new Badge("pact not found", "unknown", Badge.Grey).Result;
        var latest = await verifications.LatestAsync(pact.PactVersionId, providerTag, ct);
        var status = PactStatuses.Of(latest, await verifications.AnyOfPairAsync(pact.ConsumerId, pact.ProviderId, ct));
        return (status switch
        {
            PactStatus.Success => new Badge(label, "verified", Badge.Green),
            PactStatus.Failed => new Badge(label, "failed", Badge.Red),
            PactStatus.FailedPending => new Badge(label, "failed (pending)", Badge.Red),
            PactStatus.Stale => new Badge(label, "changed", Badge.Orange),
            _ => new Badge(label, "unknown", Badge.Grey),
        }).Result;
    }

    private static string Label(BrokerRequest request, string consumer, string provider, string? tag, string? providerTag)
    {
        var initials = request.Query("initials") == "true";
        string Name(string name, string? suffix)
        {
            var words = name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
            var shown = initials && words.Length > 1 ? string.Concat(words.Select(word => word[0])) : name;
            return shown.ToLowerInvariant() + (suffix is null ? "" : $" ({suffix})");
        }

        return request.Query("label") switch
        {
            "consumer" => Name(consumer, tag) + " pact",
            "provider" => Name(provider, providerTag) + " pact",
            _ => $"{Name(consumer, tag)}/{Name(provider, providerTag)} pact",
        };
    }
}

internal static class PactStatuses
{
    /// <param name="latest">The newest result of this content.</param>
    /// <param name="everVerified">The pair has a result for some content.</param>
    public static PactStatus Of(Verification? latest, bool everVerified) => latest switch
    {
        null => everVerified ? PactStatus.Stale : PactStatus.Never,
        { Success: true } => PactStatus.Success,
        { PactPending: true } => PactStatus.FailedPending,
        _ => PactStatus.Failed,
    };
}
