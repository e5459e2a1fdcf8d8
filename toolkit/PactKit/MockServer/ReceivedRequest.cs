using PactKit.Matching;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>One request a mock server received, and what became of it.</summary>
/// <param name="Request">The request as it came.</param>
/// <param name="Pick">The interaction it fits, or the nearest one with what differs.</param>
public sealed record ReceivedRequest(Request Request, InteractionPick Pick)
{
    /// <summary>It was answered with 500, and fails the test. An unexpected OPTIONS request does not: browsers send it on their own.</summary>
    public bool Refused => Pick is MismatchedRequest || (Pick is UnexpectedRequest && Request.Method != "OPTIONS");
}
