using PactKit.Broker.Pacts;

namespace PactKit.Broker.Matrix;

/// <summary>The answer to "can I deploy": yes, no, or not known. Not known outweighs a failure.</summary>
internal sealed record Deployability(bool? Deployable, int Success, int Failed, int Unknown, int? Ignored, IReadOnlyList<Notice> Notices)
{
    public string Reason => string.Join('\n', Notices.Select(notice => notice.Text));

    public static Deployability Decide(
        MatrixQuery query, IReadOnlyList<ResolvedSelector> selectors, IReadOnlyList<ResolvedSelector> ignored,
        IReadOnlyList<MatrixIntegration> integrations, IReadOnlyList<MatrixRow> considered, IReadOnlyList<MatrixRow> left)
    {
        var missingVersions = selectors.Where(selector => selector.Kind == SelectorKind.Specified && !selector.Exists && !IsIgnored(selector, ignored)).ToList();
        var pairs = considered.Concat(left).Select(row => (row.ConsumerId, row.ProviderId)).ToHashSet();
        var missingPairs = integrations.Where(integration => integration.Required && !pairs.Contains(integration.Pair)).ToList();
        var unverified = considered.Where(row => row.Success is null).ToList();
        var failed = considered.Where(row => row.Success == false).ToList();

        bool? deployable =
            missingVersions.Count > 0 ? false
            : unverified.Count > 0 || missingPairs.Count > 0 ? null
            : failed.Count == 0;

        var reasons = new DeployabilityReasons(query, selectors, ignored);
        var errors = missingVersions.Count > 0
            ? missingVersions.Select(reasons.MissingVersion)
            : missingPairs.Select(reasons.MissingPair).Concat(failed.Select(reasons.Failed)).Concat(unverified.Select(reasons.Unverified));
        var errorNotices = errors.Distinct().Select(text => new Notice("error", text)).ToList();
        var notices = reasons.Warnings().Select(text => new Notice("warning", text))
            .Concat(errorNotices.Count > 0 ? errorNotices : [new Notice("success", DeployabilityReasons.Success(considered.Count > 0))])
            .ToList();
        return new Deployability(
            deployable, considered.Count(row => row.Success == true), failed.Count, unverified.Count + missingPairs.Count,
            query.Ignore.Count > 0 ? left.Count : null, notices);
    }

    /// <summary>A version that does not exist is ignored with its pacticipant, never by its number: that may be a slip of the pen in both places.</summary>
    private static bool IsIgnored(ResolvedSelector selector, IReadOnlyList<ResolvedSelector> ignored) =>
        ignored.Any(other => other.Pacticipant == selector.Pacticipant && other.Origin.Version is null);
}
