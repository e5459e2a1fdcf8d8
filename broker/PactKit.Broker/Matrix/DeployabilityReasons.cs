namespace PactKit.Broker.Matrix;

/// <summary>Says why. Old clients look for "results are published and successful" and for <c>WARN: </c>, so those stay.</summary>
internal sealed class DeployabilityReasons(MatrixQuery query, IReadOnlyList<ResolvedSelector> selectors, IReadOnlyList<ResolvedSelector> ignored)
{
    public static string Success(bool hasRows) => hasRows
        ? "All required verification results are published and successful"
        : "Nothing has to be verified: no integration concerns this version here, so no dependency is missing";

    public IEnumerable<string> Warnings()
    {
        foreach (var selector in ignored.Where(selector => !selector.Exists))
        {
            yield return selector.Origin.Version is { } version && selector.PacticipantId != 0
                ? $"WARN: Cannot ignore version {version} of {selector.Pacticipant}, because it does not exist in this Pact Broker"
                : $"WARN: Cannot ignore {selector.Pacticipant}, because it does not exist in this Pact Broker";
        }

        if (query.Selectors.Count == 1 && !query.Destination.IsPlace)
            yield return "WARN: No environment was named, so every version of the other applications was looked at, deployed or not. Name the environment you deploy to before you rely on this answer.";
        if (query.Selectors.Count > 0 && query.Selectors.All(selector => selector.Version is null) && !query.Selectors.All(selector => selector.IsNameOnly))
            yield return "WARN: No version number was given, and a tag, a branch or \"latest\" may point to another version by the time you deploy. Ask about the version number you are about to deploy.";
    }

    public string MissingVersion(ResolvedSelector selector) =>
        $"Nothing is known here about {Describe(selector.Pacticipant, selector.VersionId)}: neither a pact nor a verification result was published for it";

    public string MissingPair(MatrixIntegration pair) =>
        $"{Capital(Describe(pair.Consumer, null))} and {Describe(pair.Provider, null)} share no pact that was verified";

    public string Failed(MatrixRow row) =>
        $"{Capital(Describe(row.Provider, row.ProviderVersionId))} does not honour its pact with {Describe(row.Consumer, row.ConsumerVersionId)}: the verification failed";

    public string Unverified(MatrixRow row) =>
        $"The pact of {Describe(row.Consumer, row.ConsumerVersionId)} was not yet verified by {Describe(row.Provider, row.ProviderVersionId)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

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
