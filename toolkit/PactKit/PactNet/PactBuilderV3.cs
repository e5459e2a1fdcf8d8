namespace PactNet;

internal sealed class PactBuilderV3(HttpRound round) : IPactBuilderV3
{
    public HttpRound Round { get; } = round;

    public IRequestBuilderV3 UponReceiving(string description) => new RequestBuilderV3(Round.Add(description), Round.Config);

    public void Verify(Action<IConsumerContext> interact) => Round.Verify(interact);

    public Task VerifyAsync(Func<IConsumerContext, Task> interact) => Round.VerifyAsync(interact);
}
