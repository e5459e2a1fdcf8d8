using System.Runtime.CompilerServices;
using System.Text.Json;
using PactKit.Verifier;
using PactKit.Verifier.Messages;
using PactKit.Verifier.Sources;
using PactNet.Verifier.Messaging;

namespace PactNet.Verifier;

/// <summary>Verifies that a provider keeps its pacts.</summary>
public class PactVerifier : IPactVerifier, IDisposable
{
    private readonly VerifierSetup _setup;

    /// <param name="providerName">Name of the provider in the pacts.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    public PactVerifier(string providerName) : this(providerName, new PactVerifierConfig()) { }

    /// <param name="providerName">Name of the provider in the pacts.</param>
    /// <param name="config">Where the report goes.</param>
    /// <exception cref="ArgumentException">There is no name or no configuration.</exception>
    public PactVerifier(string providerName, PactVerifierConfig config) =>
        _setup = new VerifierSetup(Argument.NotBlank(providerName, nameof(providerName)), Argument.NotNull(config, nameof(config)));

    /// <summary>PactNet 4's verifier, which learns the provider's name from <c>ServiceProvider</c> or <c>MessagingProvider</c>.</summary>
    [Obsolete("PactNet 4's way: write new PactVerifier(providerName) instead.")]
    public PactVerifier() => _setup = new VerifierSetup("", new PactVerifierConfig());

    /// <inheritdoc cref="PactVerifier()"/>
    /// <param name="config">Where the report goes.</param>
    /// <exception cref="ArgumentException">There is no configuration.</exception>
    [Obsolete("PactNet 4's way: write new PactVerifier(providerName, config) instead.")]
    [OverloadResolutionPriority(-1)] // So that null stays a missing name.
    public PactVerifier(PactVerifierConfig config) => _setup = new VerifierSetup("", Argument.NotNull(config, nameof(config)));

    /// <inheritdoc/>
    public IPactVerifier WithHttpEndpoint(Uri pactUri)
    {
        Argument.NotNull(pactUri, nameof(pactUri));
        if (!pactUri.IsAbsoluteUri) throw new ArgumentException($"'{pactUri}' is not an absolute address, such as http://localhost:5000.", nameof(pactUri));
        return WithEndpoint(new HttpEndpoint(pactUri, null));
    }

    /// <inheritdoc/>
    public IPactVerifier WithMessages(Action<IMessageScenarios> configure) => WithMessages(configure, new JsonSerializerOptions());

    /// <inheritdoc/>
    public IPactVerifier WithMessages(Action<IMessageScenarios> configure, JsonSerializerOptions settings)
    {
        Argument.NotNull(configure, nameof(configure));
        Argument.NotNull(settings, nameof(settings));
        var scenarios = new MessageScenarios();
        configure(scenarios);
        return WithMessages(ScenarioMessages.Of(scenarios, settings));
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithFileSource(FileInfo pactFile)
    {
        Argument.NotNull(pactFile, nameof(pactFile));
        return Add(_ => new FileSource(pactFile.FullName));
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithDirectorySource(DirectoryInfo directory, params string[] consumers)
    {
        Argument.NotNull(directory, nameof(directory));
        Argument.NotNull(consumers, nameof(consumers));
        return Add(_ => new FolderSource(directory.FullName, consumers));
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithUriSource(Uri pactUri) => WithUriSource(pactUri, _ => { });

    /// <inheritdoc/>
    public IPactVerifierSource WithUriSource(Uri pactUri, Action<IPactUriOptions> configure)
    {
        var options = new PactUriOptions(Argument.NotNull(pactUri, nameof(pactUri)));
        configure?.Invoke(options);
        return Add(options.Source);
    }

    /// <inheritdoc/>
    public IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri) => WithPactBrokerSource(brokerBaseUri, _ => { });

    /// <inheritdoc/>
    public IPactVerifierSource WithPactBrokerSource(Uri brokerBaseUri, Action<IPactBrokerOptions> configure)
    {
        var options = new PactBrokerOptions(Argument.NotNull(brokerBaseUri, nameof(brokerBaseUri)));
        configure?.Invoke(options);
        return Add(options.Source);
    }

    /// <summary>Nothing is held between runs; here because PactNet's verifier has to be disposed of.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Nothing is held between runs; here for classes that derive from this one.</summary>
    protected virtual void Dispose(bool disposing) { }

    internal PactVerifier WithMessages(IMessageSource messages)
    {
        if (_setup.Messages is not null) throw new InvalidOperationException("There are messages already: put all scenarios into one call of WithMessages.");
        _setup.Messages = messages;
        return this;
    }

    /// <summary>Starts the plugins pacts name.</summary>
    internal PactVerifier WithPlugins(PlugIn plugins)
    {
        _setup.Plugins = plugins;
        return this;
    }

    internal PactVerifier WithEndpoint(HttpEndpoint endpoint)
    {
        if (_setup.Endpoint is not null) throw new InvalidOperationException("There is an HTTP endpoint already: a verifier has one.");
        _setup.Endpoint = endpoint;
        return this;
    }

    internal PactVerifier Named(string providerName)
    {
        if (_setup.Provider.Length > 0 && _setup.Provider != providerName)
            throw new InvalidOperationException($"The provider is called '{_setup.Provider}' already: a verifier has one provider.");
        _setup.Provider = Argument.NotBlank(providerName, nameof(providerName));
        return this;
    }

    /// <summary>The settings of a verification whose pacts come one interaction at a time.</summary>
    internal PactVerifierSource WithoutSource()
    {
        if (_setup.Endpoint is null && _setup.Messages is null)
            throw new InvalidOperationException("Say first where the provider is: call WithHttpEndpoint or WithMessages, then add sources.");
        if (_setup.Provider.Length == 0) throw new InvalidOperationException("The provider has no name: write new PactVerifier(providerName).");
        return new PactVerifierSource(_setup);
    }

    private PactVerifierSource Add(Func<HttpMessageInvoker, IPactSource> source)
    {
        var added = WithoutSource();
        _setup.Sources.Add(source);
        return added;
    }
}
