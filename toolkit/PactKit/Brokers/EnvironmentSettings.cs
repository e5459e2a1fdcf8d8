namespace PactKit.Brokers;

/// <summary>What to set of an environment; null leaves a setting as it is (or, when creating, to the broker).</summary>
public sealed record EnvironmentSettings
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public bool? Production { get; init; }

    /// <summary>Who is responsible; name and address go together into the broker's list of contacts.</summary>
    public string? ContactName { get; init; }

    public string? ContactEmailAddress { get; init; }
}
