using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Verifier.States;

namespace PactKit.Verifier;

/// <summary>Verifies one interaction: states, the exchange, states undone.</summary>
internal sealed class InteractionVerifier(VerifierOptions options)
{
    private static readonly ProviderState[] NoState = [new("")];

    private readonly HttpExchange _http = new(options);
    private readonly MessageExchange _messages = new(options);

    public async Task<InteractionReport> VerifyAsync(Interaction interaction, bool pending, PluginExchange plugins, CancellationToken cancellationToken)
    {
        var start = options.Clock.GetTimestamp();
        var report = await RunAsync(interaction, plugins, cancellationToken);
        return report with { Pending = pending || interaction.Pending, Duration = options.Clock.GetElapsedTime(start) };
    }

    private async Task<InteractionReport> RunAsync(Interaction interaction, PluginExchange plugins, CancellationToken cancellationToken)
    {
        var states = interaction.ProviderStates.Count == 0 ? NoState : interaction.ProviderStates;
        var values = new Dictionary<string, JsonElement>();
        foreach (var state in states)
        foreach (var (name, value) in state.Params) values[name] = value;
        foreach (var state in states)
        {
            var result = await ChangeAsync(new StateChange(state, Teardown: false), cancellationToken);
            if (result.Error is not null) return new InteractionReport(interaction) { Error = result.Error, StateChangeFailed = true };
            foreach (var (name, value) in result.Values) values[name] = value;
        }

        var report = await ExchangeAsync(interaction, values, plugins, cancellationToken);
        if (options.States is null && interaction.ProviderStates.Count > 0) report = report with { Warnings = [.. report.Warnings, .. NotSet(interaction)] };
        if (!options.Teardown) return report;
        foreach (var state in states)
        {
            var result = await ChangeAsync(new StateChange(state, Teardown: true), cancellationToken);
            if (result.Error is not null) report = report with { Error = report.Error ?? result.Error, StateChangeFailed = report.Error is null };
        }

        return report;
    }

    private static IEnumerable<string> NotSet(Interaction interaction) => interaction.ProviderStates.Select(
        state => $"Nothing sets the provider state '{state.Name}': there is neither a state endpoint nor a handler.");

    private Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken) =>
        options.States?.ChangeAsync(change, cancellationToken) ?? Task.FromResult(StateChangeResult.Done);

    private async Task<InteractionReport> ExchangeAsync(
        Interaction interaction, IReadOnlyDictionary<string, JsonElement> values, PluginExchange plugins, CancellationToken cancellationToken)
    {
        var result = plugins(interaction, cancellationToken) is { } exchange ? await exchange
            : interaction is HttpInteraction http
            ? await _http.RunAsync(http, values, cancellationToken)
            : await _messages.RunAsync(interaction, values, cancellationToken);
        return new InteractionReport(interaction)
        {
            Mismatches = result.Mismatches, Error = result.Error, Response = result.Response, Message = result.Message, Warnings = result.Warnings,
        };
    }
}

/// <summary>What came of an exchange: differences, or the reason why nothing could be compared.</summary>
internal sealed record ExchangeResult(IReadOnlyList<Mismatch> Mismatches, string? Error = null)
{
    public Response? Response { get; init; }

    public MessageContents? Message { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static ExchangeResult Failed(string error) => new([], error);
}
