using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Model.Json;
using PactKit.Verifier.States;

namespace PactKit.Verifier;

/// <summary>Verifies one interaction: states, the exchange, states undone.</summary>
internal sealed class InteractionVerifier(VerifierOptions options)
{
    private static readonly ProviderState[] NoState = [new("")];

    private readonly HttpExchange _http = new(options);
    private readonly MessageExchange _messages = new(options);

    public async Task<InteractionReport> VerifyAsync(Interaction interaction, bool pending, PluginExchange plugins, CancellationToken cancellationToken) =>
        await await BeginAsync(interaction, pending, plugins, cancellationToken);

    /// <summary>Ends when the provider is free for the next interaction; what it returns ends when the answer is compared, too.</summary>
    public async Task<Task<InteractionReport>> BeginAsync(Interaction interaction, bool pending, PluginExchange plugins, CancellationToken cancellationToken)
    {
        var start = options.Clock.GetTimestamp();
        var states = interaction.ProviderStates.Count == 0 ? NoState : interaction.ProviderStates;
        var report = new InteractionReport(interaction) { Pending = pending || interaction.Pending };
        var values = new MemberMap();
        foreach (var state in states) values.AddAll(state.Params);
        foreach (var state in states)
        {
            var change = await ChangeAsync(new StateChange(state, Teardown: false), cancellationToken);
            if (change.Error is not null) return EndAsync(report with { Error = change.Error, StateChangeFailed = true }, ExchangeResult.NoMismatch, start);
            values.AddAll(change.Values);
        }

        var result = await ExchangeAsync(interaction, values, plugins, cancellationToken);
        report = report with { Error = result.Error, Response = result.Response, Message = result.Message, Warnings = result.Warnings };
        if (options.States is null && interaction.ProviderStates.Count > 0) report = report with { Warnings = [.. report.Warnings, .. NotSet(interaction)] };
        if (!options.Teardown) return EndAsync(report, result.Comparing, start);
        foreach (var state in states)
        {
            var undone = await ChangeAsync(new StateChange(state, Teardown: true), cancellationToken);
            if (undone.Error is not null) report = report with { Error = report.Error ?? undone.Error, StateChangeFailed = report.Error is null };
        }

        return EndAsync(report, result.Comparing, start);
    }

    private async Task<InteractionReport> EndAsync(InteractionReport report, Task<IReadOnlyList<Mismatch>> comparing, long start)
    {
        try
        {
            var ended = report with { Mismatches = await comparing, Duration = options.Clock.GetElapsedTime(start) };

            // Nobody asks what was answered as expected, and ten thousand answers would stay in memory until the end of the run.
            return ended.Passed ? ended with { Response = null, Message = null } : ended;
        }
#pragma warning disable CA1031 // A plugin that compares may throw anything: it fails the interaction, not the run.
        catch (Exception fault)
        {
            return report with { Error = report.Error ?? $"The answer could not be compared: {fault.GetType().Name}: {fault.Message}", Duration = options.Clock.GetElapsedTime(start) };
        }
#pragma warning restore CA1031
    }

    private static IEnumerable<string> NotSet(Interaction interaction) => interaction.ProviderStates.Select(
        state => $"Nothing sets the provider state '{state.Name}': there is neither a state endpoint nor a handler.");

    private Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken) =>
        options.States?.ChangeAsync(change, cancellationToken) ?? Task.FromResult(StateChangeResult.Done);

    private Task<ExchangeResult> ExchangeAsync(
        Interaction interaction, IReadOnlyDictionary<string, JsonElement> values, PluginExchange plugins, CancellationToken cancellationToken) =>
        plugins(interaction, cancellationToken)
        ?? (interaction is HttpInteraction http ? _http.RunAsync(http, values, cancellationToken) : _messages.RunAsync(interaction, values, cancellationToken));
}

/// <summary>What came of an exchange: differences, or the reason why nothing could be compared.</summary>
/// <param name="Comparing">The differences, once the answer is compared.</param>
/// <param name="Error">Why there is nothing to compare.</param>
internal sealed record ExchangeResult(Task<IReadOnlyList<Mismatch>> Comparing, string? Error = null)
{
    public static readonly Task<IReadOnlyList<Mismatch>> NoMismatch = Task.FromResult<IReadOnlyList<Mismatch>>([]);

    public ExchangeResult(IReadOnlyList<Mismatch> mismatches) : this(Task.FromResult(mismatches)) { }

    public Response? Response { get; init; }

    public MessageContents? Message { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static ExchangeResult Failed(string error) => new(NoMismatch, error);
}
