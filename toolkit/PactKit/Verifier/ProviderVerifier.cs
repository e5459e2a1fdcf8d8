using PactKit.Model;
using PactKit.Verifier.Sources;

namespace PactKit.Verifier;

/// <summary>
/// Verifies a provider: every selected interaction of every pact, one after another since they share the provider's state (unless
/// <see cref="VerifierOptions.MaxParallel"/> says otherwise). Nothing throws for what a pact, a provider or a broker may do; the report says it.
/// </summary>
public sealed class ProviderVerifier(VerifierOptions options)
{
    /// <summary>Loads the pacts, verifies them, and publishes results where a source says so.</summary>
    public async Task<VerificationReport> VerifyAsync(IReadOnlyList<IPactSource> sources, CancellationToken cancellationToken = default)
    {
        var pacts = new List<LoadedPact>();
        var errors = new List<string>();
        var warnings = new List<string>();
        foreach (var source in sources)
        {
            var loaded = await source.LoadAsync(options.Provider, cancellationToken);
            pacts.AddRange(loaded.Pacts);
            errors.AddRange(loaded.Errors);
            warnings.AddRange(loaded.Warnings);
        }

        var interactions = new InteractionVerifier(options);
        var reports = new List<PactReport>();
        foreach (var pact in pacts)
        {
            var plugged = await PluggedPact.OfAsync(pact.Pact, options, cancellationToken);
            if (plugged.Error is null) reports.Add(await VerifyAsync(pact with { Pact = plugged.Pact }, plugged.Exchange, interactions, warnings, cancellationToken));
            else errors.Add($"{pact.Source}: {plugged.Error}");
        }

        return new VerificationReport(options.Provider, reports, errors) { Warnings = warnings };
    }

    private async Task<PactReport> VerifyAsync(
        LoadedPact loaded, PluginExchange plugins, InteractionVerifier verifier, List<string> warnings, CancellationToken cancellationToken)
    {
        var selected = loaded.Pact.Interactions.Where(options.Filter.Selects).ToList();
        if (loaded.Pact.Interactions.Count == 0) warnings.Add($"{loaded.Source}: the pact has no interactions: nothing was verified.");
        else if (selected.Count == 0) warnings.Add($"{loaded.Source}: the filter selects none of the interactions: nothing was verified.");
        var interactions = await VerifyAsync(selected, loaded.Pending, plugins, verifier, cancellationToken);
        var report = new PactReport
        {
            Pact = loaded.Pact,
            Source = loaded.Source,
            Pending = loaded.Pending,
            NoticesBefore = loaded.NoticesBefore,
            Interactions = interactions,
        };
        return loaded.Origin is null ? report : await ConcludeAsync(report, loaded.Origin, warnings, cancellationToken);
    }

    // What needs a provider state that somebody sets has the provider to itself, after the others are done.
    private async Task<IReadOnlyList<InteractionReport>> VerifyAsync(
        List<Interaction> selected, bool pending, PluginExchange plugins, InteractionVerifier verifier, CancellationToken cancellationToken)
    {
        var reports = new Task<InteractionReport>[selected.Count];
        var alone = new List<int>();
        var together = new List<int>();
        for (var i = 0; i < selected.Count; i++)
            (options.MaxParallel > 1 && (options.States is null || selected[i].ProviderStates.Count == 0) ? together : alone).Add(i);
        if (together.Count > 0)
        {
            var limit = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallel, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(together, limit, async (i, token) => reports[i] = await verifier.BeginAsync(selected[i], pending, plugins, token));
        }

        foreach (var i in alone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reports[i] = await verifier.BeginAsync(selected[i], pending, plugins, cancellationToken);
        }

        return await Task.WhenAll(reports);
    }

    private async Task<PactReport> ConcludeAsync(PactReport report, PactOrigin origin, List<string> warnings, CancellationToken cancellationToken)
    {
        var published = false;
        if (origin.Publishes && !options.Filter.SelectsAll)
        {
            warnings.Add($"{report.Source}: only some interactions were verified, so the results are not published.");
        }
        else if (origin.Publishes)
        {
            var error = await origin.PublishAsync(report, cancellationToken);
            published = error is null;
            if (error is not null) warnings.Add($"{report.Source}: the results could not be published. {error}");
        }

        return report with { Published = published, NoticesAfter = origin.NoticesAfter(report.Passed, published) };
    }
}
