namespace PactNet;

internal sealed class PactBuilderV4(HttpRound round) : IPactBuilderV4
{
    public HttpRound Round { get; } = round;

    public IRequestBuilderV4 UponReceiving(string description) => new RequestBuilderV4(Round.Add(description), Round.Config);

    public void Verify(Action<IConsumerContext> interact) => Round.Verify(interact);

    public Task VerifyAsync(Func<IConsumerContext, Task> interact) => Round.VerifyAsync(interact);
}
