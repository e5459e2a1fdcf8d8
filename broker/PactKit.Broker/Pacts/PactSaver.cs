using System.Text;
using System.Text.Json;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacts;

/// <summary>PUT and PATCH of one pact, the way of publishing before <c>/contracts/publish</c>.</summary>
internal sealed class PactSaver(Session db, PactsStore pacts, PactWriter writer, PacticipantsStore pacticipants, VersionsStore versions, BrokerSettings settings)
{
    public async Task<IResult> SaveAsync(BrokerRequest request, string consumer, string provider, string number, bool merge, CancellationToken ct)
    {
        var errors = Validate(request.Body, consumer, provider, number);
        if (!settings.OrderVersionsByDate && SemanticNumber.Parse(number) is null) errors["consumer_version_number"] = [SemanticNumber.Refusal(number)];
        if (errors.Count > 0) return Errors.Validation(errors);
        var incoming = PactContent.From(request.Body, settings.BaseEqualityOnlyOnContentThatAffectsVerificationResults);
        return await db.WriteAsync(async () =>
        {
            await db.LockAsync(VersionsStore.LockKey(consumer, number), ct);
            if (await SimilarNamesAsync(request, [consumer, provider], ct) is { } similar) return new TextResult(similar, status: StatusCodes.Status409Conflict);
            var existing = await pacts.FindAsync(consumer, provider, PactFilter.Version(number), ct);
            var content = incoming;
            if (merge && existing is not null)
            {
                if (await MergeAsync(existing, incoming, ct) is not { } merged) return new EmptyResult(StatusCodes.Status409Conflict);
                content = merged;
            }
            else if (existing is not null && existing.Sha != content.Sha && !settings.AllowDangerousContractModification)
            {
                return Errors.Message(StatusCodes.Status409Conflict, ModificationRefused(consumer, number, provider));
            }

            var consumerRow = await pacticipants.GetOrCreateAsync(consumer, ct);
            var providerRow = await pacticipants.GetOrCreateAsync(provider, ct);
            var (version, _) = await versions.GetOrCreateAsync(consumerRow, number, null, ct);
            var published = await writer.SaveAsync(consumerRow, version, providerRow, content, existing, new PublishContext(request.Urls.Base), ct);
            var text = await pacts.ContentAsync(published.Pact.PactVersionId, ct);
            var links = PactDocument.Links(published.Pact, request.Urls, null);
            return (IResult)(existing is null
                ? new PactResult(text, links, StatusCodes.Status201Created, request.Urls.Pact(consumer, provider, number))
                : new PactResult(text, links));
        }, ct);
    }

    public async Task<string?> SimilarNamesAsync(BrokerRequest request, IEnumerable<string> names, CancellationToken ct)
    {
        if (!settings.CheckForPotentialDuplicatePacticipantNames) return null;
        List<string>? existing = null;
        foreach (var name in names.Distinct())
        {
            if (await pacticipants.FindAsync(name, ct) is not null) continue;
            existing ??= await pacticipants.NamesAsync(ct);
            // Another request may have created it between the two reads.
            if (existing.Contains(name)) continue;
            if (SimilarNames.To(name, existing) is { Count: > 0 } similar) return SimilarNames.Message(name, similar, request.Urls.Base);
        }

        return null;
    }

    /// <summary>The existing content with the incoming interactions; null when they contradict each other.</summary>
    public async Task<PactContent?> MergeAsync(Pact existing, PactContent incoming, CancellationToken ct)
    {
        var text = await pacts.ContentAsync(existing.PactVersionId, ct);
        var (stored, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(text));
        return PactMerger.Merge(stored, incoming.Root) is { } merged
            ? PactContent.From(merged, settings.BaseEqualityOnlyOnContentThatAffectsVerificationResults)
            : null;
    }

    public static string ModificationRefused(string consumer, string number, string provider) =>
        $"{consumer} version {number} already has a pact with {provider}, and its content is not this one. A version that changes makes the answers of can-i-deploy worthless. "
        + "Publish under a version number of its own, such as the commit. Where the same commit gives another pact each time, look for random or dated values in the tests. "
        + "To allow changes all the same, start the broker with PACT_BROKER_ALLOW_DANGEROUS_CONTRACT_MODIFICATION=true.";

    private static Dictionary<string, List<string>> Validate(JsonElement body, string consumer, string provider, string number)
    {
        var fields = new Fields(body);
        CheckParty(fields, "consumer", consumer);
        CheckParty(fields, "provider", provider);
        if (string.IsNullOrWhiteSpace(number)) fields.Fail("consumer_version_number", Fields.Blank);
        return fields.Errors;
    }

    private static void CheckParty(Fields fields, string role, string nameInPath)
    {
        if (string.IsNullOrWhiteSpace(nameInPath)) fields.Fail($"{role}.name", Fields.Blank);
        var party = fields.Find(role);
        if (party.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object)) fields.Fail(role, "must be a hash");
        if (party.ValueKind == JsonValueKind.Object && party.TryGetProperty("name", out var name) && name.ValueKind != JsonValueKind.Null
            && (name.ValueKind != JsonValueKind.String || name.GetString() != nameInPath))
        {
            fields.Fail($"{role}.name", $"name in pact ('{(name.ValueKind == JsonValueKind.String ? name.GetString() : name.GetRawText())}') does not match name in URL path ('{nameInPath}').");
        }
    }
}
