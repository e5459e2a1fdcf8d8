using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Storage;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Index;

internal enum IntegrationStatus
{
    NeverVerified,
    Verified,
    Failed,

    /// <summary>The pact has changed since it was last verified.</summary>
    Stale,
}

/// <summary>One integration on the start page: the latest pact and how it stands.</summary>
internal sealed record IndexRow(Pact Pact, Verification? Latest, IntegrationStatus Status, VersionDetails Details)
{
    public IEnumerable<BranchMembership> Branches => Details.Branches[Pact.ConsumerVersionId];

    public IEnumerable<Tag> Tags => Details.Tags[Pact.ConsumerVersionId];

    public IEnumerable<string> Environments => Details.Deployed[Pact.ConsumerVersionId].Where(d => d.CurrentlyDeployed).Select(d => d.EnvironmentName)
        .Concat(Details.Released[Pact.ConsumerVersionId].Where(r => r.SupportEndedAt is null).Select(r => r.EnvironmentName)).Distinct();
}

internal sealed record IndexModel(IReadOnlyList<IndexRow> Rows, long Total, Pagination Page, Moment Now, string? Search, Urls Urls, string BaseUrl)
{
    public long Pages => Math.Max(1, (Total + Page.Size - 1) / Page.Size);

    public string PageUrl(long number) =>
        $"/?page={number}" + (Page.Size == Pagination.DefaultSize ? "" : $"&pageSize={Page.Size}") + (Search is null ? "" : $"&search={Uri.EscapeDataString(Search)}");
}
