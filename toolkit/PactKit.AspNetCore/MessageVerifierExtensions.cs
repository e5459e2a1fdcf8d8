using System.Text.Json;
using PactKit.Messages;
using PactNet.Verifier;

namespace PactKit;

/// <summary>Messages made with services of the application under test.</summary>
public static class MessageVerifierExtensions
{
    /// <summary>Verifies messages that the application's own code makes. Nothing has to listen.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="services">The application's container: <c>factory.Services</c>.</param>
    /// <param name="configure">Says how each message is made.</param>
    /// <param name="settings">How content is written; null for the application's own settings of HTTP JSON.</param>
    /// <exception cref="InvalidOperationException">There are messages already.</exception>
    public static IPactVerifier WithMessages(
        this IPactVerifier verifier, IServiceProvider services, Action<ProviderMessages> configure, JsonSerializerOptions? settings = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (verifier is not PactNet.Verifier.PactVerifier own) throw new ArgumentException("Only a PactVerifier can do this.", nameof(verifier));
        var messages = new ProviderMessages();
        configure(messages);
        return own.WithMessages(new ContainerMessages(services, settings).Of(messages));
    }
}
