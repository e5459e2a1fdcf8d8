using System.Diagnostics.CodeAnalysis;

namespace PactKit.Brokers;

/// <summary>What an operation brought: a value, or the reason there is none. Expected failures never throw.</summary>
public readonly record struct BrokerResult<T>
{
    internal BrokerResult(T value) => Value = value;

    internal BrokerResult(BrokerError error) => Error = error;

    /// <summary>There is a value, and no error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>What the operation brought; not to be read before <see cref="Succeeded"/> was.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public BrokerError? Error { get; }

    /// <summary>The value; for the outermost call, where a failure may become an exception.</summary>
    /// <exception cref="PactBrokerException">The operation failed.</exception>
    public T ValueOrThrow() => Succeeded ? Value : throw new PactBrokerException(Error);

    /// <summary>The value made into something else; an error passes through.</summary>
    public BrokerResult<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? new(map(Value)) : new(Error);

    /// <summary>A value is a success.</summary>
    public static implicit operator BrokerResult<T>(T value) => new(value);

    /// <summary>An error is a failure.</summary>
    public static implicit operator BrokerResult<T>(BrokerError error) => new(error);
}
