using PactKit.Verifier;
using PactKit.Verifier.Reports;
using PactKit.Verifier.Sessions;
using PactKit.Verifier.Sources;
using PactKit.Verifier.States;
using PactNet.Exceptions;

namespace PactNet.Verifier;

/// <summary>Collects how to verify, then runs it.</summary>
internal sealed class PactVerifierSource(VerifierSetup setup) : IPactVerifierSource
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private InteractionFilter _filter = InteractionFilter.All;
    private TimeSpan _timeout = TimeSpan.FromSeconds(5);
    private bool _acceptAnyCertificate;
    private (Uri Url, ProviderStateOptions Options)? _stateEndpoint;
    private IStateChanger? _states;

    public Func<HttpRequestMessage, CancellationToken, Task>? RequestFilter { get; set; }

    public List<string> ReportFiles { get; } = [];

    public int MaxParallel { get; set; } = 1;

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri) => WithProviderStateUrl(providerStateUri, _ => { });

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure)
    {
        var options = new ProviderStateOptions();
        Argument.NotNull(configure, nameof(configure))(options);
        _stateEndpoint = (Argument.NotNull(providerStateUri, nameof(providerStateUri)), options);
        return this;
    }

    public IPactVerifierSource WithFilter(string? description = null, string? providerState = null)
    {
        _filter = new InteractionFilter(description, providerState);
        return this;
    }

    public IPactVerifierSource WithRequestTimeout(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero) throw new ArgumentException("A timeout is longer than nothing.", nameof(timeout));
        _timeout = timeout;
        return this;
    }

    public IPactVerifierSource WithSslVerificationDisabled()
    {
        _acceptAnyCertificate = true;
        return this;
    }

    public IPactVerifierSource WithCustomHeader(string name, string value)
    {
        _headers.Add(new(Argument.NotBlank(name, nameof(name)), Argument.NotNull(value, nameof(value))));
        return this;
    }

    public void WithStates(IStateChanger states) => _states = states;

    // On the pool, so that a caller with a synchronization context cannot block itself.
    public void Verify() => Task.Run(() => VerifyAsync(CancellationToken.None)).GetAwaiter().GetResult();

    public async Task<VerificationReport> VerifyAsync(CancellationToken cancellationToken)
    {
        VerificationReport report;
        try
        {
            report = await RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new PactFailureException($"The verification of '{setup.Provider}' could not run: {failure.Message}", failure);
        }

        return report.Success ? report : throw new PactVerificationFailedException(VerificationText.Failures(report));
    }

    /// <summary>Verifies and tells the outputters; does not throw for a provider that fails.</summary>
    public async Task<VerificationReport> RunAsync(CancellationToken cancellationToken)
    {
        var config = setup.Config;
        if (config.LogLevel <= PactLogLevel.Information) config.WriteLine($"Starting verification of the provider '{setup.Provider}'...");
        if (setup.Sources.Count == 0)
            throw new InvalidOperationException("There are no pacts to verify: they come from the tests, so call OpenSession and verify interaction by interaction.");
        using var network = ProviderHttp.Create(_acceptAnyCertificate);
        var options = Options(network);
        var report = await new ProviderVerifier(options).VerifyAsync([.. setup.Sources.Select(source => source(network))], cancellationToken);
        config.WriteLine(report.Success ? "Pact verification successful" : "Pact verification failed");
        config.WriteLine(string.Empty);
        config.WriteLine(VerificationText.Of(report));
        foreach (var path in ReportFiles)
        {
            var problem = await VerificationReportFile.WriteAsync(report, path, cancellationToken);
            if (problem is not null) throw new InvalidOperationException(problem);
        }

        return report;
    }

    /// <summary>A session in which tests verify interactions one by one.</summary>
    public VerificationSession OpenSession(PublishOptions? publish)
    {
        if (setup.Sources.Count > 0)
            throw new InvalidOperationException("In a session the interactions come from the tests: call WithInteractionsFromTests in place of a source of pacts.");
        if (!_filter.SelectsAll)
            throw new InvalidOperationException("In a session the interactions come from the tests: leave the filter away and filter the tests.");
        var network = ProviderHttp.Create(_acceptAnyCertificate);
        return new VerificationSession(Options(network), publish, ReportFiles, network);
    }

    private VerifierOptions Options(HttpMessageInvoker network)
    {
        var http = setup.Endpoint?.Http ?? network;
        return new VerifierOptions
        {
            Provider = setup.Provider,
            Http = setup.Endpoint is null ? null : http,
            BaseUri = setup.Endpoint?.BaseUri ?? new Uri("http://localhost/"),
            Messages = setup.Messages,
            Plugins = setup.Plugins,
            States = _states ?? StateEndpointFor(http, network),
            Teardown = _states is not null || _stateEndpoint?.Options.Teardown == true,
            Filter = _filter,
            CustomHeaders = _headers,
            RequestFilter = RequestFilter,
            Timeout = _timeout,
            MaxParallel = MaxParallel,
        };
    }

    private StateEndpoint? StateEndpointFor(HttpMessageInvoker http, HttpMessageInvoker network)
    {
        if (_stateEndpoint is not var (url, options)) return null;
        var endpoint = setup.Endpoint;
        if (!url.IsAbsoluteUri) url = new Uri(endpoint?.BaseUri ?? new Uri("http://localhost/"), url);

        // A provider in memory has its state endpoint in memory, too.
        var isProvider = endpoint is not null && url.Authority == endpoint.BaseUri.Authority;
        return new StateEndpoint(isProvider ? http : network, url, new StateEndpointOptions
        {
            InQuery = options.Style == ProviderStateStyle.Query,
            Headers = _headers,
            Timeout = _timeout,
        });
    }
}
