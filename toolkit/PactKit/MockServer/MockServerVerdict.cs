using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>What a mock server has seen so far.</summary>
/// <param name="Requests">Every request in the order it came in.</param>
/// <param name="Missing">Interactions that were never requested. One that was requested with a difference is not missing.</param>
public sealed record MockServerVerdict(IReadOnlyList<ReceivedRequest> Requests, IReadOnlyList<HttpInteraction> Missing)
{
    /// <summary>Requests that were answered with 500 and count as failures.</summary>
    public IEnumerable<ReceivedRequest> Refused => Requests.Where(received => received.Refused);

    /// <summary>All interactions were requested, and nothing else was.</summary>
    public bool Ok => Missing.Count == 0 && !Refused.Any();
}
