namespace PactKit.Brokers;

/// <summary>A line about one pact to be verified, and the moment it is meant for.</summary>
/// <param name="When">"before_verification", or "after_verification:success_true_published_false" and its three siblings.</param>
/// <param name="Text">For people.</param>
public sealed record VerificationNotice(string When, string Text);
