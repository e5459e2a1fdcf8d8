using System.Text.Json;
using PactNet.Verifier.Messaging;

namespace PactNet.Verifier;

/// <summary>Says where the provider is and where the pacts are.</summary>
public interface IPactVerifier
{
    /// <summary>A provider that listens.</summary>
    /// <param name="pactUri">Base address; its path is put before the path of every request.</param>
    /// <exception cref="InvalidOperationException">There is an HTTP endpoint already.</exception>
    IPactVerifier WithHttpEndpoint(Uri pactUri);

    /// <summary>A provider that sends messages. No port is opened: the scenarios are called directly.</summary>
    /// <exception cref="InvalidOperationException">There are messages already.</exception>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure);

    /// <inheritdoc cref="WithMessages(Action{IMessageScenarios})"/>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure, JsonSerializerOptions settings);

    /// <summary>One pact file. The provider's name in it is not compared.</summary>
    IPactVerifierSource WithFileSource(FileInfo pactFile);

    /// <summary>All pact files of this provider in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="consumers">Only pacts with these consumers; all when there are none.</param>
    IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers);

    /// <summary>One pact from an address.</summary>
    IPactVerifierSource WithUriSource(Uri pactUri);

    /// <inheritdoc cref="WithUriSource(Uri)"/>
    IPactVerifierSource WithUriSource(Uri pactUri, Action<IPactUriOptions> configure);

    /// <summary>The pacts a broker has for this provider.</summary>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri);

    /// <inheritdoc cref="WithPactBrokerSource(Uri)"/>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri, Action<IPactBrokerOptions> configure);
}
