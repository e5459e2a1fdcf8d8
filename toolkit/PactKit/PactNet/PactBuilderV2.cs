namespace PactNet;

internal sealed class PactBuilderV2(HttpRound round) : IPactBuilderV2
{
    public HttpRound Round { get; } = round;

    public IRequestBuilderV2 UponReceiving(string description) => new RequestBuilderV2(Round.Add(description), Round.Config);

    public void Verify(Action<IConsumerContext> interact) => Round.Verify(interact);

    public Task VerifyAsync(Func<IConsumerContext, Task> interact) => Round.VerifyAsync(interact);
}
