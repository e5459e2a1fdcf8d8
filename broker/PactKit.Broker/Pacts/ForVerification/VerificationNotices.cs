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
            yield return ("before_verification", "WARNING: fetching pacts for verification with GET is deprecated. Please upgrade your Pact client library, which will then use POST.");
        var permalink = urls.PactVersion(selected.Pact.Consumer, selected.Pact.Provider, selected.Pact.Sha);
        yield return ("before_verification", selected.IsWip ? WhyWip(selected, permalink) : WhyChosen(selected, permalink));
        if (selected.Pending is null) yield break;
        yield return ("before_verification", selected.IsWip
            ? "This pact is in pending state for this version of " + provider + " because it is work in progress. If this verification fails, it will not cause the overall build to fail. Read more at " + WipDocs
            : selected.Pending.Value ? WhyPending(selected) : WhyNotPending(selected));
        if (selected.Pending != true) yield break;
        yield return ("after_verification:success_true_published_false", "This pact is still in pending state, because no verification results were published.");
        yield return ("after_verification:success_false_published_false", "This pact is still in pending state, because no verification results were published.");
        yield return ("after_verification:success_true_published_true", $"This pact is no longer in pending state{Place(selected.PendingTags)}, as a successful verification result has been published. If a verification of it fails in the future, it will fail the build. Read more at {PendingDocs}");
        yield return ("after_verification:success_false_published_true", $"This pact is still in pending state{Place(selected.PendingTags)}, as a successful verification result has not yet been published.");
    }

    private static string WhyChosen(SelectedPact selected, string permalink) =>
        $"The pact at {permalink} is being verified because the pact content belongs to the consumer version(s) matching the following criterion:\n"
        + string.Join('\n', selected.Reasons.Select(reason => $"    * {reason.Sentence}").Distinct());

    private string WhyWip(SelectedPact selected, string permalink)
    {
        var heads = string.Join(" and ", selected.Reasons.Select(reason => reason.Kind == SelectionKind.Branch ? $"branch '{reason.Name}'" : $"tag '{reason.Name}'").Distinct());
        return $"The pact at {permalink} is being verified because it is a 'work in progress' pact (ie. it is the pact for the latest version of {selected.Pact.Consumer} with {heads} "
            + $"and it has not yet been successfully verified by {Verifier(selected.PendingTags)} when the pact's application version was explicitly specified in the consumer version selectors). Read more at {WipDocs}";
    }

    private string WhyPending(SelectedPact selected) =>
        $"This pact is in pending state for this version of {provider} because a successful verification result for {Verifier(selected.PendingTags)} has not yet been published. "
        + $"If this verification fails, it will not cause the overall build to fail. Read more at {PendingDocs}";

    private string WhyNotPending(SelectedPact selected) =>
        $"This pact has previously been successfully verified by {Verifier(selected.NonPendingTags)}. If this verification fails, it will fail the build. Read more at {PendingDocs}";

    private string Verifier(IReadOnlyList<string> tags) =>
        !string.IsNullOrEmpty(request.ProviderVersionBranch) ? $"a version of {provider} from branch '{request.ProviderVersionBranch}'"
        : tags.Count > 0 ? $"a version of {provider} with tag {string.Join(" and ", tags.Select(tag => $"'{tag}'"))}"
        : $"a version of {provider}";

    private string Place(IReadOnlyList<string> tags) =>
        !string.IsNullOrEmpty(request.ProviderVersionBranch) ? $" for branch '{request.ProviderVersionBranch}'"
        : tags.Count > 0 ? $" for tag {string.Join(" and ", tags.Select(tag => $"'{tag}'"))}"
        : "";
}
