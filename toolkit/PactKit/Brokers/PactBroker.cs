using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>
/// A client for any Pact Broker, the official one or ours. It starts at the index and follows links; operations are grouped
/// by resource, answer with a <see cref="BrokerResult{T}"/> and never throw for what a broker or a network may do.
/// Safe for use by several threads.
/// </summary>
public sealed class PactBroker : IDisposable
{
    private readonly BrokerHttp _http;
    private readonly HttpMessageInvoker _client;
    private readonly bool _ownsClient;

    /// <summary>A client with connections of its own.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException"><see cref="BrokerOptions.CertificateFile"/> holds no certificate.</exception>
    /// <exception cref="IOException"><see cref="BrokerOptions.CertificateFile"/> cannot be read.</exception>
    public PactBroker(BrokerOptions options, TimeProvider? clock = null)
        : this(new HttpMessageInvoker(Tls.Handler(options), disposeHandler: true), options, clock) => _ownsClient = true;

    /// <summary>A client over somebody else's <see cref="HttpClient"/> (or invoker), which stays theirs to dispose.</summary>
    public PactBroker(HttpMessageInvoker client, BrokerOptions options, TimeProvider? clock = null)
    {
        _client = client;
        _http = new BrokerHttp(client, options, clock ?? TimeProvider.System);
        Pacts = new BrokerPacts(_http);
        Verifications = new BrokerVerifications(_http);
        Contracts = new BrokerContracts(_http);
        Matrix = new BrokerMatrix(_http);
        Pacticipants = new BrokerPacticipants(_http);
        Versions = new BrokerVersions(_http);
        Environments = new BrokerEnvironments(_http);
        Deployments = new BrokerDeployments(_http, Environments, Versions);
        Webhooks = new BrokerWebhooks(_http);
    }

    /// <summary>Pacts to verify.</summary>
    public BrokerPacts Pacts { get; }

    /// <summary>Verification results.</summary>
    public BrokerVerifications Verifications { get; }

    /// <summary>Publishing pacts.</summary>
    public BrokerContracts Contracts { get; }

    /// <summary>can-i-deploy and its relatives.</summary>
    public BrokerMatrix Matrix { get; }

    public BrokerPacticipants Pacticipants { get; }

    /// <summary>Versions, tags and branches.</summary>
    public BrokerVersions Versions { get; }

    public BrokerEnvironments Environments { get; }

    /// <summary>Deployments and releases.</summary>
    public BrokerDeployments Deployments { get; }

    public BrokerWebhooks Webhooks { get; }

    /// <summary>The index: what this broker offers.</summary>
    public Task<BrokerResult<HalDocument>> IndexAsync(CancellationToken cancellationToken = default) => _http.IndexAsync(cancellationToken);

    public void Dispose()
    {
        if (_ownsClient) _client.Dispose();
    }
}
