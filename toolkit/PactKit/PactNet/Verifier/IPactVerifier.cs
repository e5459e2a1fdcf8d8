using System.Text.Json;
using PactNet.Verifier.Messaging;

namespace PactNet.Verifier;

/// <summary>Says where the provider is and where the pacts are.</summary>
public interface IPactVerifier
{
    /// <summary>A provider that listens. For one in memory there is an overload that takes an HttpClient.</summary>
    /// <param name="pactUri">Base address; its path is put before the path of every request.</param>
    /// <exception cref="InvalidOperationException">There is an HTTP endpoint already.</exception>
    IPactVerifier WithHttpEndpoint(Uri pactUri);

    /// <summary>A provider that sends messages. No port is opened: the scenarios are called directly.</summary>
    /// <exception cref="InvalidOperationException">There are messages already.</exception>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure);

    /// <inheritdoc cref="WithMessages(Action{IMessageScenarios})"/>
    IPactVerifier WithMessages(Action<IMessageScenarios> configure, JsonSerializerOptions settings);

    /// <summary>
    /// One pact file. The provider's name in it is not compared. A file that is missing fails the verification, not this call.
    /// </summary>
    IPactVerifierSource WithFileSource(FileInfo pactFile);

    /// <summary>All pact files of this provider in a folder. Where there is none the run passes, with a warning.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="consumers">Only pacts with these consumers; all when there are none.</param>
    IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers);

    /// <summary>One pact from an address. Results can be published where the pact carries a broker's links.</summary>
    IPactVerifierSource WithUriSource(Uri pactUri);

    /// <inheritdoc cref="WithUriSource(Uri)"/>
    IPactVerifierSource WithUriSource(Uri pactUri, Action<IPactUriOptions> configure);

    /// <summary>
    /// The pacts a broker has for this provider. That there are none fails the verification, unless <c>NoPactsIsError(false)</c> is called.
    /// </summary>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri);

    /// <inheritdoc cref="WithPactBrokerSource(Uri)"/>
    IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri, Action<IPactBrokerOptions> configure);
}
