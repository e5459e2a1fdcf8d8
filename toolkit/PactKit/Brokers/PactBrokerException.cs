namespace PactKit.Brokers;

/// <summary>A <see cref="BrokerError"/> thrown by <see cref="BrokerResult{T}.ValueOrThrow"/>.</summary>
public sealed class PactBrokerException(BrokerError error) : Exception(error.ToString())
{
    public BrokerError Error { get; } = error;
}
