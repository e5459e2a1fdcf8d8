using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>What a mock server has seen so far.</summary>
/// <param name="Requests">Every request in the order it came in.</param>
/// <param name="Missing">Interactions that no request came near.</param>
public sealed record MockServerVerdict(IReadOnlyList<RequestOutcome> Requests, IReadOnlyList<HttpInteraction> Missing)
{
    /// <summary>Requests that were answered with 500. An unexpected OPTIONS request does not count: browsers send it on their own.</summary>
    public IEnumerable<RequestOutcome> Refused =>
        Requests.Where(outcome => outcome is RequestMismatched || (outcome is RequestUnexpected && outcome.Request.Method != "OPTIONS"));

    /// <summary>All interactions were requested, and nothing else was.</summary>
    public bool Ok => Missing.Count == 0 && !Refused.Any();
}
