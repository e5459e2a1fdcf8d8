namespace PactKit.Plugins.Transports;

/// <summary>What a plugin's mock server saw.</summary>
/// <param name="Ok">Everything was as the pact expects.</param>
/// <param name="Results">Per request, what was wrong with it.</param>
public sealed record MockServerRun(bool Ok, IReadOnlyList<MockServerRequestResult> Results);

/// <summary>One request a plugin's mock server received.</summary>
/// <param name="Path">What was called.</param>
/// <param name="Error">Why it could not be handled, or empty.</param>
/// <param name="Mismatches">What differs, one sentence each.</param>
public sealed record MockServerRequestResult(string Path, string Error, IReadOnlyList<string> Mismatches);
