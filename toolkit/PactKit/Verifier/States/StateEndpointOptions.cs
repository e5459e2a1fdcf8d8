namespace PactKit.Verifier.States;

/// <summary>How a state endpoint is called.</summary>
public sealed record StateEndpointOptions
{
    /// <summary>Sends the state in the query, with an empty body. Default: in a JSON body.</summary>
    public bool InQuery { get; init; }

    /// <summary>Headers for each call.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How long one try may take. Default: 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause before another try. Default: half a second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Measures the pauses.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
