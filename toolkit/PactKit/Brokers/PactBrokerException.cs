namespace PactKit.Brokers;

/// <summary>A <see cref="BrokerError"/> thrown by <see cref="BrokerResult{T}.ValueOrThrow"/>.</summary>
public sealed class PactBrokerException(BrokerError error) : Exception(error.ToString())
{
    /// <summary>What went wrong, as data.</summary>
    public BrokerError Error { get; } = error;
}
