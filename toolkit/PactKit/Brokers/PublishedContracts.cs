namespace PactKit.Brokers;

/// <summary>What a broker said to a publication it accepted.</summary>
public sealed record PublishedContracts(IReadOnlyList<BrokerNotice> Notices, IReadOnlyList<HalLink> Contracts, HalDocument Document);
