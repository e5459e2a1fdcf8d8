using Dapper;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts;

internal sealed record ContractEvent(string Name, string? Comment = null)
{
    public const string Published = "contract_published";
    public const string ContentChanged = "contract_content_changed";
    public const string ContentUnchanged = "contract_content_unchanged";
    public const string RequiringVerification = "contract_requiring_verification_published";
    public const string VerificationPublished = "provider_verification_published";
    public const string VerificationSucceeded = "provider_verification_succeeded";
    public const string VerificationFailed = "provider_verification_failed";

    public static readonly IReadOnlyList<string> All =
        [Published, ContentChanged, RequiringVerification, VerificationPublished, VerificationSucceeded, VerificationFailed];
}

/// <summary>What a publication means for webhooks. Branches play no part: only tags decide whether content changed.</summary>
internal sealed class ContractEvents(Session db)
{
    public async Task<IReadOnlyList<ContractEvent>> DetectAsync(Pact pact, string? previousSha, CancellationToken ct)
    {
        if (previousSha is not null)
        {
            return previousSha == pact.Sha
                ? [new(ContractEvent.Published), new(ContractEvent.ContentUnchanged, "the content is that of the revision before")]
                : [new(ContractEvent.Published), new(ContractEvent.ContentChanged, "the content differs from the revision before")];
        }

        var reasons = await ReasonsAsync(pact, ct);
        return reasons.Count == 0
            ? [new(ContractEvent.Published, "the content is unchanged, for every tag of this version")]
            : [new(ContractEvent.Published), new(ContractEvent.ContentChanged, string.Join(", ", reasons))];
    }

    private async Task<List<string>> ReasonsAsync(Pact pact, CancellationToken ct)
    {
        // The second of them looks at nothing where there are tags.
        var (tags, untagged) = await db.Several($"""
            SELECT name FROM tags WHERE version_id = @ConsumerVersionId ORDER BY id;
            {PreviousSha("""
                NOT EXISTS (SELECT 1 FROM tags own WHERE own.version_id = @ConsumerVersionId)
                AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id)
                """)}
            """, new { pact.ConsumerId, pact.ProviderId, pact.ConsumerVersionId },
            async answers => ((await answers.ReadAsync<string>()).ToList(), await answers.ReadFirstOrDefaultAsync<string>()), ct);
        if (tags.Count == 0)
        {
            return untagged switch
            {
                null => ["first pact without a tag"],
                var sha when sha != pact.Sha => ["the content differs from the last version without a tag"],
                _ => [],
            };
        }

        var reasons = new List<string>();
        foreach (var tag in tags)
        {
            var previous = await db.One<string>(
                PreviousSha("EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id AND t.name = @tag)"),
                new { pact.ConsumerId, pact.ProviderId, pact.ConsumerVersionId, tag }, ct);
            if (previous is null) reasons.Add($"first pact with the tag {tag}");
            else if (previous != pact.Sha) reasons.Add($"the content differs from the last version with the tag {tag}");
        }

        return reasons;
    }

    private static string PreviousSha(string tagged) => $"""
        SELECT pv.sha FROM pact_publications pp JOIN pact_versions pv ON pv.id = pp.pact_version_id
        WHERE pp.is_current AND pp.consumer_id = @ConsumerId AND pp.provider_id = @ProviderId
          AND pp.consumer_version_id < @ConsumerVersionId AND {tagged}
        ORDER BY pp.consumer_version_id DESC LIMIT 1
        """;
}
