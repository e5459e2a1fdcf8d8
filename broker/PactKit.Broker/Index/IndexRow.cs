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

internal sealed record IndexModel(IReadOnlyList<IndexRow> Rows, Moment Now, string? Search, Urls Urls, string BaseUrl);
