namespace PactKit.Brokers;

/// <summary>What went wrong, for callers who act on it; the words are in <see cref="BrokerError.Message"/>.</summary>
public enum BrokerErrorKind
{
    /// <summary>No connection: unknown host, refused, TLS.</summary>
    Unreachable,

    /// <summary>No answer within <see cref="BrokerOptions.Timeout"/>.</summary>
    TimedOut,

    /// <summary>401 or 403.</summary>
    Unauthorized,

    /// <summary>404, or a name that a list of the broker does not hold.</summary>
    NotFound,

    /// <summary>Another 4xx: the broker understood and said no.</summary>
    Rejected,

    /// <summary>5xx, 408 or 429, still so after the last try.</summary>
    ServerFailure,

    /// <summary>The answer is not HAL, or lacks what a Pact Broker's answer has.</summary>
    NotABroker,

    /// <summary>The broker does not offer the link an operation starts from: too old, or switched off there.</summary>
    NotOffered,

    /// <summary>Nothing was sent: what was to be sent, such as a pact file, is missing or wrong.</summary>
    NotSent,
}
