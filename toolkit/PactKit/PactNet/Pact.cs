namespace PactNet;

/// <summary>Where every consumer test begins: <c>Pact.V4("consumer", "provider", config)</c>.</summary>
public sealed class Pact : IPactV2, IPactV3, IPactV4
{
    private Pact(string consumer, string provider, PactConfig config)
    {
        Consumer = NotBlank(consumer, nameof(consumer), "consumer");
        Provider = NotBlank(provider, nameof(provider), "provider");
        Config = Argument.NotNull(config, nameof(config));
    }

    public string Consumer { get; }

    public string Provider { get; }

    public PactConfig Config { get; }

    /// <summary>A version 2 pact with the default configuration.</summary>
    /// <exception cref="ArgumentException">A name is null or blank.</exception>
    public static IPactV2 V2(string consumer, string provider) => V2(consumer, provider, new PactConfig());

    /// <summary>A version 2 pact.</summary>
    /// <exception cref="ArgumentException">A name is null or blank, or there is no configuration.</exception>
    public static IPactV2 V2(string consumer, string provider, PactConfig config) => new Pact(consumer, provider, config);

    /// <summary>A version 3 pact with the default configuration.</summary>
    /// <exception cref="ArgumentException">A name is null or blank.</exception>
    public static IPactV3 V3(string consumer, string provider) => V3(consumer, provider, new PactConfig());

    /// <summary>A version 3 pact.</summary>
    /// <exception cref="ArgumentException">A name is null or blank, or there is no configuration.</exception>
    public static IPactV3 V3(string consumer, string provider, PactConfig config) => new Pact(consumer, provider, config);

    /// <summary>A version 4 pact with the default configuration.</summary>
    /// <exception cref="ArgumentException">A name is null or blank.</exception>
    public static IPactV4 V4(string consumer, string provider) => V4(consumer, provider, new PactConfig());

    /// <summary>A version 4 pact.</summary>
    /// <exception cref="ArgumentException">A name is null or blank, or there is no configuration.</exception>
    public static IPactV4 V4(string consumer, string provider, PactConfig config) => new Pact(consumer, provider, config);

    private static string NotBlank(string? name, string parameter, string what) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException($"The {what} needs a name that is not blank.", parameter) : name;
}
