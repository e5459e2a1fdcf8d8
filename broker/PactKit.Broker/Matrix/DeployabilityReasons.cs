namespace PactKit.Broker.Matrix;

/// <summary>Says why. Old clients look for "results are published and successful" and for <c>WARN: </c>, so those stay.</summary>
internal sealed class DeployabilityReasons(MatrixQuery query, IReadOnlyList<ResolvedSelector> selectors, IReadOnlyList<ResolvedSelector> ignored)
{
    public static string Success(bool hasRows) => hasRows
        ? "All required verification results are published and successful"
        : "There are no missing dependencies";

    public IEnumerable<string> Warnings()
    {
        foreach (var selector in ignored.Where(selector => !selector.Exists))
        {
            yield return selector.Origin.Version is { } version && selector.PacticipantId != 0
                ? $"WARN: Cannot ignore version {version} of {selector.Pacticipant}, because it does not exist in this Pact Broker"
                : $"WARN: Cannot ignore {selector.Pacticipant}, because it does not exist in this Pact Broker";
        }

        if (query.Selectors.Count == 1 && !query.Destination.IsPlace)
            yield return "WARN: For production use of can-i-deploy, it is recommended to specify the environment into which you are deploying. Without the environment, this result will not be reliable.";
        if (query.Selectors.Count > 0 && query.Selectors.All(selector => selector.Version is null) && !query.Selectors.All(selector => selector.IsNameOnly))
            yield return "WARN: For production use of can-i-deploy, it is recommended to specify the version number (rather than the tag or branch) of the pacticipant to avoid race conditions. Without a version number, this result will not be reliable.";
    }

    public string MissingVersion(ResolvedSelector selector) =>
        $"No pacts or verifications have been published for {Describe(selector.Pacticipant, selector.VersionId)}";

    public string MissingPair(MatrixIntegration pair) =>
        $"There is no verified pact between {Describe(pair.Consumer, null)} and {Describe(pair.Provider, null)}";

    public string Failed(MatrixRow row) =>
        $"The verification for the pact between {Describe(row.Consumer, row.ConsumerVersionId)} and {Describe(row.Provider, row.ProviderVersionId)} failed";

    public string Unverified(MatrixRow row) =>
        $"There is no verified pact between {Describe(row.Consumer, row.ConsumerVersionId)} and {Describe(row.Provider, row.ProviderVersionId)}";

    private string Describe(string pacticipant, long? versionId)
    {
        var own = selectors.Where(selector => selector.Pacticipant == pacticipant).ToList();
        var chosen = own.FirstOrDefault(selector => versionId is not null && selector.VersionId == versionId) ?? own.FirstOrDefault();
        if (chosen is null) return $"any version of {pacticipant}";
        if (chosen.OneOfMany && versionId is null) return DescribeMany(chosen, own);
        return DescribeOne(chosen);
    }

    private static string DescribeMany(ResolvedSelector chosen, List<ResolvedSelector> own)
    {
        var numbers = string.Join(", ", own.Where(selector => selector.Origin == chosen.Origin).Select(selector => selector.VersionNumber));
        return $"any of the versions of {chosen.Pacticipant}{Place(chosen.Origin)} ({numbers})";
    }

    private static string DescribeOne(ResolvedSelector selector)
    {
        var origin = selector.Origin;
        var name = selector.Pacticipant;
        if (origin.IsNameOnly) return $"any version of {name}";
        if (selector.VersionId is null)
        {
            if (origin.Version is not null) return $"version {origin.Version} of {name} (no such version exists)";
            return origin.Environment is not null
                ? $"a version of {name}{Place(origin)} (no version is currently recorded as deployed/released in this environment)"
                : $"{(origin.Latest ? "the latest version" : "a version")} of {name}{Place(origin)} (no such version exists)";
        }

        if (origin.Version is not null) return $"version {origin.Version} of {name}";
        var which = origin.Latest ? "the latest version" : selector.OneOfMany ? "one of the versions" : "the version";
        return $"{which} of {name}{Place(origin)} ({selector.VersionNumber})";
    }

    private static string Place(MatrixSelector origin)
    {
        var place = "";
        if (origin.MainBranch) place += " from the main branch";
        if (origin.Branch is not null) place += $" from branch {origin.Branch}";
        if (origin.Tag is not null) place += $" with tag {origin.Tag}";
        if (origin.Environment is not null) place += $" currently in {origin.Environment}";
        return place;
    }
}
