using System.ComponentModel;
using System.Text.Json;

namespace PactNet.Verifier.Messaging;

/// <summary>PactNet 4's step between the provider of messages and its messages.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPactVerifierMessagingProvider
{
    /// <summary>The messages the provider can send.</summary>
    IPactVerifier WithProviderMessages(Action<IMessageScenarios> scenarios);
}

internal sealed class PactVerifierMessagingProvider(PactVerifier verifier, JsonSerializerOptions settings) : IPactVerifierMessagingProvider
{
    public IPactVerifier WithProviderMessages(Action<IMessageScenarios> scenarios) => verifier.WithMessages(scenarios, settings);
}
