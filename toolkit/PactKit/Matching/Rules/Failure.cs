namespace PactKit.Matching.Rules;

/// <summary>One rule's refusal; the rule is null where plain equality refused.</summary>
internal readonly record struct Failure(string Description, string? Rule);
