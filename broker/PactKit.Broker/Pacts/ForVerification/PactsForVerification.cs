using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>Chooses the pacts a provider is to verify, with their pending status, and work in progress after them.</summary>
internal sealed class PactsForVerification(SelectionStore selections, PendingStore store, TimeProvider clock, BrokerSettings settings)
{
    public async Task<IReadOnlyList<SelectedPact>> FindAsync(long providerId, ForVerificationRequest request, CancellationToken ct)
    {
        var chosen = SelectedPact.Merge(await selections.FindAsync(providerId, request.Selectors, request.ProviderVersionBranch, ct));
        var wip = await WorkInProgressAsync(providerId, request, chosen, ct);
        if (request.IncludePendingStatus) chosen = await WithPendingAsync(providerId, request, chosen, ct);
        return [.. chosen, .. wip];
    }

    private async Task<IReadOnlyList<SelectedPact>> WithPendingAsync(long providerId, ForVerificationRequest request, IReadOnlyList<SelectedPact> chosen, CancellationToken ct)
    {
        var contents = chosen.Select(selected => selected.Pact.PactVersionId).Distinct().ToList();
        if (contents.Count == 0) return chosen;
        if (request.ProviderVersionBranch is { } branch)
        {
            var begun = await store.BranchCreatedAsync(providerId, branch, ct);
            var successes = (await store.ByBranchAsync(contents, countWip: true, new Moment(0), ct)).ToLookup(success => success.PactVersionId);
            return chosen.Select(selected => selected with { Pending = !PendingStatus.IsVerified(successes[selected.Pact.PactVersionId], branch, begun) }).ToList();
        }

        if (request.ProviderVersionTags.Count > 0) return await WithPendingTagsAsync(providerId, request.ProviderVersionTags, chosen, contents, ct);
        var succeeded = await store.SucceededAsync(contents, ct);
        return chosen.Select(selected => selected with { Pending = !succeeded.Contains(selected.Pact.PactVersionId) }).ToList();
    }

    private async Task<IReadOnlyList<SelectedPact>> WithPendingTagsAsync(
        long providerId, IReadOnlyList<string> tags, IReadOnlyList<SelectedPact> chosen, List<long> contents, CancellationToken ct)
    {
        var begun = await TagsFirstUsedAsync(providerId, tags, ct);
        var successes = (await store.ByTagAsync(contents, ct)).ToLookup(success => success.PactVersionId);
        return chosen.Select(selected =>
        {
            var verified = tags.ToLookup(tag => PendingStatus.IsVerified(successes[selected.Pact.PactVersionId], tag, begun[tag]));
            return selected with { Pending = verified[false].Any(), PendingTags = [.. verified[false]], NonPendingTags = [.. verified[true]] };
        }).ToList();
    }

    private async Task<IReadOnlyList<SelectedPact>> WorkInProgressAsync(
        long providerId, ForVerificationRequest request, IReadOnlyList<SelectedPact> chosen, CancellationToken ct)
    {
        if (request.IncludeWipPactsSince is not { } asked) return [];
        var branch = string.IsNullOrEmpty(request.ProviderVersionBranch) ? null : request.ProviderVersionBranch;
        if (branch is null && request.ProviderVersionTags.Count == 0) return [];
        var since = settings.Wip.Dynamic ? await WindowBeginAsync(providerId, ct) : asked;
        var explicitly = chosen.Select(selected => (selected.Pact.ConsumerId, selected.Pact.Sha)).ToHashSet();
        var heads = (await selections.HeadsSinceAsync(providerId, since, ct)).Where(head => !explicitly.Contains((head.Pact.ConsumerId, head.Pact.Sha))).ToList();
        if (heads.Count == 0) return [];
        var contents = heads.Select(head => head.Pact.PactVersionId).Distinct().ToList();
        var pendingTags = branch is not null
            ? await UnverifiedOnBranchAsync(providerId, branch, contents, ct)
            : await UnverifiedUnderTagsAsync(providerId, request.ProviderVersionTags, contents, ct);
        return SelectedPact.Merge(heads.Where(head => pendingTags.ContainsKey(head.Pact.PactVersionId)))
            .Select(selected => selected with { IsWip = true, Pending = true, PendingTags = pendingTags[selected.Pact.PactVersionId] })
            .ToList();
    }

    /// <summary>As far back as four out of five pacts have waited for their first success, within bounds.</summary>
    private async Task<Moment> WindowBeginAsync(long providerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await store.NeverVerifiedSinceAsync(providerId, Moment.From(now - TimeSpan.FromDays(settings.Wip.MaxLookBackDays)), ct);
        return Moment.From(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) - TimeSpan.FromDays(WipWindow.Days([.. waiting.Select(published => (now - published.Time).TotalDays)], settings.Wip)));
    }

    private async Task<Dictionary<long, IReadOnlyList<string>>> UnverifiedOnBranchAsync(long providerId, string branch, List<long> contents, CancellationToken ct)
    {
        var since = Moment.From(clock.GetUtcNow() - TimeSpan.FromDays(settings.Wip.LookBackDays));
        var begun = await store.BranchFirstUsedAsync(providerId, branch, ct);
        var successes = (await store.ByBranchAsync(contents, countWip: false, since, ct)).ToLookup(success => success.PactVersionId);
        return contents.Where(content => !PendingStatus.IsVerified(successes[content], branch, begun)).ToDictionary(content => content, _ => (IReadOnlyList<string>)[]);
    }

    private async Task<Dictionary<long, IReadOnlyList<string>>> UnverifiedUnderTagsAsync(long providerId, IReadOnlyList<string> tags, List<long> contents, CancellationToken ct)
    {
        var begun = await TagsFirstUsedAsync(providerId, tags, ct);
        var successes = (await store.ByTagAtTheTimeAsync(contents, ct)).ToLookup(success => success.PactVersionId);
        return contents
            .Select(content => (content, Tags: tags.Where(tag => !PendingStatus.IsVerified(successes[content], tag, begun[tag])).ToList()))
            .Where(item => item.Tags.Count > 0)
            .ToDictionary(item => item.content, item => (IReadOnlyList<string>)item.Tags);
    }

    private async Task<Dictionary<string, Moment?>> TagsFirstUsedAsync(long providerId, IReadOnlyList<string> tags, CancellationToken ct)
    {
        var begun = new Dictionary<string, Moment?>();
        foreach (var tag in tags) begun[tag] = await store.TagFirstUsedAsync(providerId, tag, ct);
        return begun;
    }
}
