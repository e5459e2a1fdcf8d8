using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Binding;
using PactKit.Model;
using PactKit.Verifier.States;

namespace PactKit.States;

/// <summary>Changes states by handlers, each in a scope of the application's container. Failures are values.</summary>
internal sealed class ContainerStates(ProviderStates states, IServiceProvider services) : IStateChanger
{
    public async Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken) =>
        (await RunAsync(change, cancellationToken)).Result;

    /// <summary>The same, and whether the state is known.</summary>
    public async Task<(StateChangeResult Result, bool Known)> RunAsync(StateChange change, CancellationToken cancellationToken)
    {
        var name = change.State.Name;
        var entry = states.Find(name, out var placeholders);
        var handler = change.Teardown ? entry?.Teardown : entry?.Setup ?? states.Fallback;

        // An interaction without states makes a call with no name; a state need not be undone.
        if (handler is null && (change.Teardown || name.Length == 0)) return (StateChangeResult.Done, true);
        if (handler is null) return (new StateChangeResult(Unknown(name, entry)), false);
        var action = change.Teardown ? "teardown" : "setup";
        try
        {
            await using var scope = services.CreateAsyncScope();
            var arguments = new Arguments(Named(change.State, placeholders), [change.State], $"the state '{name}'", cancellationToken);
            var returned = await handler.InvokeAsync(arguments, scope.ServiceProvider);
            // What is left behind by undoing is no value that an interaction could use.
            if (change.Teardown) return (StateChangeResult.Done, true);
            var values = JsonValue.Members(returned, $"The {action} handler of the state '{name}' ({handler.Name})");
            return (new StateChangeResult((string?)null) { Values = values }, true);
        }
#pragma warning disable CA1031 // Whatever a handler throws fails the interaction, not the run.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reason = failure is BindingException ? failure.Message : Told(failure);
            // Wrappers ("see the inner exception") say nothing that helps.
            if (failure.InnerException is not null) reason += $" ({Told(failure.GetBaseException())})";
            return (new StateChangeResult($"The {action} handler of the state '{name}' ({handler.Name}) failed. {reason}"), true);
        }
#pragma warning restore CA1031
    }

    private static string Told(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";

    private static Dictionary<string, JsonElement> Named(ProviderState state, IReadOnlyDictionary<string, string> placeholders)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in placeholders) named[name] = JsonSerializer.SerializeToElement(text);
        foreach (var (name, value) in state.Params) named[name] = value;
        return named;
    }

    private string Unknown(string name, StateEntry? entry)
    {
        if (entry is not null) return $"The provider state '{name}' has only a teardown handler: add one that sets it up.";
        var known = string.Join(", ", states.Names.Select(state => $"'{state}'"));
        return $"No handler for the provider state '{name}': {(known.Length == 0 ? "there are none" : $"known are {known}")}. " +
            "Names come from the pact, word for word.";
    }
}
