using PactKit.Verifier.Reports;
using PactKit.Verifier.Sources;

namespace PactKit.Verifier.Sessions;

/// <summary>
/// A provider under verification, for tests that verify interactions one by one: made once, shared by them, disposed after the last. Tests may call it at
/// the same time; interactions wait for each other, since they share the provider's state.
/// </summary>
public sealed class VerificationSession : IAsyncDisposable
{
    private readonly VerifierOptions _options;
    private readonly PublishOptions? _publish;
    private readonly IReadOnlyList<string> _reportFiles;
    private readonly IDisposable _network;
    private readonly InteractionVerifier _verifier;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<LoadedPact, SessionPact> _pacts = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _warnings = [];
    private bool _disposed;

    internal VerificationSession(VerifierOptions options, PublishOptions? publish, IReadOnlyList<string> reportFiles, IDisposable network)
    {
        (_options, _publish, _reportFiles, _network) = (options, publish, reportFiles, network);
        _verifier = new InteractionVerifier(options);
    }

    /// <summary>What was verified so far, as one report.</summary>
    public VerificationReport Report => new(_options.Provider, [.. _pacts.Values.Select(pact => pact.Report())], []) { Warnings = [.. _warnings] };

    /// <summary>
    /// Verifies one interaction: its provider states are set up before and undone after. Does not throw for a provider that fails. After the last
    /// interaction of a pact from a broker its results are published, where the session was told to.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The session is over.</exception>
    public async Task<InteractionReport> ReportAsync(InteractionToVerify interaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var pact = await PactOfAsync(interaction.Loaded, cancellationToken);
            var report = pact.Plugged.Error is { } error
                ? new InteractionReport(interaction.Interaction) { Error = error, Pending = interaction.Pending }
                : await _verifier.VerifyAsync(
                    pact.Plugged.Pact.Interactions[interaction.Position], interaction.Loaded.Pending, pact.Plugged.Exchange, cancellationToken);
            pact.Keep(interaction.Position, report);
            var problem = pact is { IsComplete: true, Published: false } ? await PublishAsync(pact, cancellationToken) : null;
            return problem is null ? report : report with { Warnings = [.. report.Warnings, problem] };
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the session: warns of results that were not published, and writes the reports that were asked for.</summary>
    /// <exception cref="InvalidOperationException">A report could not be written.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        _network.Dispose();
        _turn.Dispose();
        if (_publish is not null)
            _warnings.AddRange(_pacts.Values.Where(pact => pact.Loaded.Origin is not null && !pact.IsComplete).Select(
                pact => $"{pact.Loaded.Source}: only some interactions were verified, so the results are not published."));
        foreach (var path in _reportFiles)
        {
            var problem = await VerificationReportFile.WriteAsync(Report, path);
            if (problem is not null) throw new InvalidOperationException(problem);
        }
    }

    private async Task<SessionPact> PactOfAsync(LoadedPact loaded, CancellationToken cancellationToken)
    {
        if (_pacts.TryGetValue(loaded, out var known)) return known;
        return _pacts[loaded] = new SessionPact(loaded, await PluggedPact.OfAsync(loaded.Pact, _options, cancellationToken));
    }

    // Publishing may go wrong where verifying did not: that is a warning, and not what the test is about.
    private async Task<string?> PublishAsync(SessionPact pact, CancellationToken cancellationToken)
    {
        if (_publish is null || pact.Loaded.Origin is not { } origin) return null;
        var problem = await origin.PublishAsync(pact.Report(), _publish, cancellationToken);
        pact.Published = problem is null;
        if (problem is null) return null;
        _warnings.Add($"{pact.Loaded.Source}: the results could not be published. {problem}");
        return _warnings[^1];
    }
}
