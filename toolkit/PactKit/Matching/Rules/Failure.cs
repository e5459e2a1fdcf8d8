namespace PactKit.Matching.Rules;

/// <summary>One rule's refusal; the rule is null where plain equality refused.</summary>
internal sealed record Failure(string Description, string? Rule);

/// <summary>A refusal of a list of texts, or of one of them.</summary>
internal sealed record TextFailure(string Expected, string Actual, Failure Failure);
