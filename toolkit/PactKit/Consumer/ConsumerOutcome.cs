using PactKit.MockServer;

namespace PactKit.Consumer;

/// <summary>How one consumer test went. The pact file is written only where both are well.</summary>
/// <param name="Verdict">What the mock server saw.</param>
/// <param name="Failure">What the consumer's own code threw, or null.</param>
internal sealed record ConsumerOutcome(MockServerVerdict Verdict, Exception? Failure)
{
    public bool Ok => Verdict.Ok && Failure is null;
}
