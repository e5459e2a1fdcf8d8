using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>What the verifier prints about one pact, before and after verifying it.</summary>
internal sealed class VerificationNotices(ForVerificationRequest request, string provider)
{
    private const string PendingDocs = "https://docs.pact.io/pending";
    private const string WipDocs = "https://docs.pact.io/go/wip";

    public IEnumerable<(string When, string Text)> Of(SelectedPact selected, Urls urls)
    {
        if (request.IsDeprecated)
            yield return ("before_verification", "This list was asked for in the old way, with GET. A newer Pact library asks with POST and can say more about what it wants.");
        var permalink = urls.PactVersion(selected.Pact.Consumer, selected.Pact.Provider, selected.Pact.Sha);
        yield return ("before_verification", selected.IsWip ? WhyWip(selected, permalink) : WhyChosen(selected, permalink));
        if (selected.Pending is null) yield break;
        yield return ("before_verification", selected.IsWip
            ? $"It is pending for {provider} because it is work in progress: a failure is reported and does not fail the build. {WipDocs}"
            : selected.Pending.Value ? WhyPending(selected) : WhyNotPending(selected));
        if (selected.Pending != true) yield break;
        yield return ("after_verification:success_true_published_false", "The pact stays pending, because the result was not published.");
        yield return ("after_verification:success_false_published_false", "The pact stays pending, because the result was not published.");
        yield return ("after_verification:success_true_published_true", $"The pact is not pending any more{Place(selected.PendingTags)}: this success was published. From now on a failure fails the build. {PendingDocs}");
        yield return ("after_verification:success_false_published_true", $"The pact stays pending{Place(selected.PendingTags)} until a success is published.");
    }

    private static string WhyChosen(SelectedPact selected, string permalink) =>
        $"Verifying the pact at {permalink}, which is the pact of:\n"
        + string.Join('\n', selected.Reasons.Select(reason => $"    * {reason.Sentence}").Distinct());

    private string WhyWip(SelectedPact selected, string permalink)
    {
        var heads = string.Join(" and ", selected.Reasons.Select(reason => reason.Kind == SelectionKind.Branch ? $"branch '{reason.Name}'" : $"tag '{reason.Name}'").Distinct());
        return $"Verifying the pact at {permalink} as work in progress: it is the latest of {selected.Pact.Consumer} on {heads}, "
            + $"and {Verifier(selected.PendingTags)} has not yet verified it with success when it was selected by name. {WipDocs}";
    }

    private string WhyPending(SelectedPact selected) =>
        $"It is pending: no success of {Verifier(selected.PendingTags)} was published for it yet. A failure is reported and does not fail the build. {PendingDocs}";

    private string WhyNotPending(SelectedPact selected) =>
        $"{char.ToUpperInvariant(Verifier(selected.NonPendingTags)[0])}{Verifier(selected.NonPendingTags)[1..]} has verified it before, so a failure fails the build. {PendingDocs}";

    private string Verifier(IReadOnlyList<string> tags) =>
        !string.IsNullOrEmpty(request.ProviderVersionBranch) ? $"a version of {provider} from branch '{request.ProviderVersionBranch}'"
        : tags.Count > 0 ? $"a version of {provider} with tag {string.Join(" and ", tags.Select(tag => $"'{tag}'"))}"
        : $"a version of {provider}";

    private string Place(IReadOnlyList<string> tags) =>
        !string.IsNullOrEmpty(request.ProviderVersionBranch) ? $" for branch '{request.ProviderVersionBranch}'"
        : tags.Count > 0 ? $" for tag {string.Join(" and ", tags.Select(tag => $"'{tag}'"))}"
        : "";
}
