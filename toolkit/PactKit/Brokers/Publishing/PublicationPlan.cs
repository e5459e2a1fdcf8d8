namespace PactKit.Brokers.Publishing;

/// <summary>What is to be published: one publication per consumer, made of files that were all read and checked before anything is sent.</summary>
internal static class PublicationPlan
{
    /// <param name="places">Pact files, folders of them, or patterns.</param>
    /// <param name="directory">Where relative places start.</param>
    /// <param name="build">Under which version.</param>
    /// <param name="tags">Tags for that version.</param>
    /// <param name="merge">Add to pacts the version already has.</param>
    /// <returns>The publications, or one sentence about what is wrong.</returns>
    public static (IReadOnlyList<ContractPublication> Publications, string? Problem) Of(
        IReadOnlyList<string> places, string directory, BuildInfo build, IReadOnlyList<string> tags, bool merge)
    {
        if (string.IsNullOrWhiteSpace(build.Version)) return ([], "There is no version to publish under: neither the build service's variables nor git name a commit.");
        var (files, problem) = PactFiles.Read(places, directory);
        problem ??= merge ? null : PairGivenTwice(files);
        if (problem is not null) return ([], problem);
        return ([.. files.GroupBy(file => file.Consumer, StringComparer.Ordinal).Select(consumer => new ContractPublication
        {
            Pacticipant = consumer.Key,
            Version = build.Version,
            Branch = build.Branch,
            Tags = tags,
            BuildUrl = build.BuildUrl,
            Contracts = [.. consumer.Select(file => new Contract(file.Consumer, file.Provider, file.Content, merge))],
        })], null);
    }

    /// <summary>Each consumer is a request of its own: what the ones before a failure sent stays published, and whoever reads the error must know.</summary>
    public static string Before(IEnumerable<ContractPublication> publications, ContractPublication failed)
    {
        var done = publications.TakeWhile(publication => publication != failed).Select(publication => publication.Pacticipant).ToList();
        return done.Count == 0 ? "Nothing was published." : $"Published before that: the pacts of {string.Join(", ", done)}.";
    }

    private static string? PairGivenTwice(IReadOnlyList<PactFile> files)
    {
        var twice = files.GroupBy(file => (file.Consumer, file.Provider)).FirstOrDefault(pair => pair.Count() > 1);
        if (twice is null) return null;
        var names = string.Join(" and ", twice.Select(file => $"'{file.Path}'"));
        return $"{names} hold pacts of the same pair, {twice.Key.Consumer} and {twice.Key.Provider}; "
            + "publish one of them, or pass --merge to join them.";
    }
}
