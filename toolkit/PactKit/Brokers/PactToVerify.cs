namespace PactKit.Brokers;

/// <summary>A pact from a broker, with what is needed to report on its verification.</summary>
public sealed record PactToVerify
{
    /// <summary>Where it was read from, on the base address given.</summary>
    public required Uri Url { get; init; }

    /// <summary>The pact file as the broker serves it: with interaction ids, links and creation time in it.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>"Pact between C (1) and P".</summary>
    public required string Name { get; init; }

    /// <summary>Why it was selected ("latest from main branch"); empty where the broker did not say.</summary>
    public string ShortDescription { get; init; } = "";

    /// <summary>Never verified successfully by this provider (branch): a failure is reported and does not fail the build.</summary>
    public bool Pending { get; init; }

    /// <summary>Included because it is work in progress, not because a selector asked for it. Always pending as well.</summary>
    public bool Wip { get; init; }

    public IReadOnlyList<VerificationNotice> Notices { get; init; } = [];

    /// <summary>Where results go, or null where the pact offers no such link (then nothing can be published).</summary>
    public Uri? PublishResultsUrl { get; init; }

    /// <summary>The provider's own resource, or null.</summary>
    public Uri? ProviderUrl { get; init; }

    /// <summary>The texts to show before verifying.</summary>
    public IEnumerable<string> NoticesBefore => TextsFor("before_verification");

    /// <summary>The texts to show afterwards, given how it went and whether the results were published.</summary>
    public IEnumerable<string> NoticesAfter(bool success, bool published) =>
        TextsFor($"after_verification:success_{Word(success)}_published_{Word(published)}");

    private IEnumerable<string> TextsFor(string when) =>
        Notices.Where(notice => notice.When == when).Select(notice => notice.Text);

    private static string Word(bool value) => value ? "true" : "false";
}
