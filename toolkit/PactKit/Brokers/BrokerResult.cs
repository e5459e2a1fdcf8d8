using System.Diagnostics.CodeAnalysis;

namespace PactKit.Brokers;

/// <summary>What an operation brought: a value, or the reason there is none. Expected failures never throw.</summary>
public readonly record struct BrokerResult<T>
{
    internal BrokerResult(T value) => Value = value;

    internal BrokerResult(BrokerError error) => Error = error;

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public T? Value { get; }

    public BrokerError? Error { get; }

    /// <summary>The value; for the outermost call, where a failure may become an exception.</summary>
    /// <exception cref="PactBrokerException">The operation failed.</exception>
    public T ValueOrThrow() => Succeeded ? Value : throw new PactBrokerException(Error);

    /// <summary>The value made into something else; an error passes through.</summary>
    public BrokerResult<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? new(map(Value)) : new(Error);

    public static implicit operator BrokerResult<T>(T value) => new(value);

    public static implicit operator BrokerResult<T>(BrokerError error) => new(error);
}
