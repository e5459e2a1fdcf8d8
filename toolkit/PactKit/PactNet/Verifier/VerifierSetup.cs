using PactKit.Verifier;
using PactKit.Verifier.Messages;
using PactKit.Verifier.Sources;

namespace PactNet.Verifier;

/// <summary>What a verifier and its sources share.</summary>
internal sealed class VerifierSetup(string provider, PactVerifierConfig config)
{
    public string Provider { get; set; } = provider;

    public PactVerifierConfig Config { get; } = config;

    public HttpEndpoint? Endpoint { get; set; }

    public IMessageSource? Messages { get; set; }

    /// <summary>Starts the plugins pacts name, or null.</summary>
    public PlugIn? Plugins { get; set; }

    /// <summary>Made when the run starts: only then is it known whether certificates are checked.</summary>
    public List<Func<HttpMessageInvoker, IPactSource>> Sources { get; } = [];
}

/// <summary>Where the provider is.</summary>
/// <param name="BaseUri">Base address of all requests.</param>
/// <param name="Http">Reaches it; null for an ordinary connection.</param>
internal sealed record HttpEndpoint(Uri BaseUri, HttpMessageInvoker? Http);
