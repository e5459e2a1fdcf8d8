namespace PactKit.Brokers;

/// <summary>What to set of an environment; null leaves a setting as it is (or, when creating, to the broker).</summary>
public sealed record EnvironmentSettings
{
    /// <summary>Unique at the broker, such as "production"; commands name the environment by it.</summary>
    public string? Name { get; init; }

    /// <summary>For people; the broker's pages show it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether real users are served there.</summary>
    public bool? Production { get; init; }

    /// <summary>Who is responsible; name and address go together into the broker's list of contacts.</summary>
    public string? ContactName { get; init; }

    /// <summary>Where to write to; where there is no <see cref="ContactName"/>, it is the name as well.</summary>
    public string? ContactEmailAddress { get; init; }
}
