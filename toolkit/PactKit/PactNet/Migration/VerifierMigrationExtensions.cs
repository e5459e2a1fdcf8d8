using System.ComponentModel;
using System.Text.Json;
using PactNet.Verifier.Messaging;

namespace PactNet.Verifier;

/// <summary>Words of PactNet 4 for what has another name since version 5. They do the same.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VerifierMigrationExtensions
{
    /// <summary>Names the provider and says where it listens.</summary>
    /// <exception cref="ArgumentException">There is no name or no address.</exception>
    [Obsolete("PactNet 4's name: write new PactVerifier(providerName, config).WithHttpEndpoint(pactUri) instead.")]
    public static IPactVerifier ServiceProvider(this IPactVerifier verifier, string providerName, Uri pactUri) =>
        Named(verifier, providerName).WithHttpEndpoint(pactUri);

    /// <summary>Names the provider of messages.</summary>
    /// <exception cref="ArgumentException">There is no name.</exception>
    [Obsolete("PactNet 4's name: write new PactVerifier(providerName, config).WithMessages(scenarios) instead.")]
    public static IPactVerifierMessagingProvider MessagingProvider(this IPactVerifier verifier, string providerName) =>
        new PactVerifierMessagingProvider(Named(verifier, providerName), new JsonSerializerOptions());

    /// <inheritdoc cref="MessagingProvider(IPactVerifier, string)"/>
    [Obsolete("PactNet 4's name: write new PactVerifier(providerName, config).WithMessages(scenarios, settings) instead.")]
    public static IPactVerifierMessagingProvider MessagingProvider(this IPactVerifier verifier, string providerName, JsonSerializerOptions settings) =>
        new PactVerifierMessagingProvider(Named(verifier, providerName), Argument.NotNull(settings, nameof(settings)));

    private static PactVerifier Named(IPactVerifier verifier, string providerName) =>
        (verifier as PactVerifier ?? throw new ArgumentException("Only a PactVerifier can do this.", nameof(verifier))).Named(providerName);
}
