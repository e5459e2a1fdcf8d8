using System.Text.Json;
using PactKit.Model;

namespace PactKit.Verifier.States;

/// <summary>Changes states by C# code, found by the state's name (ignoring case).</summary>
public sealed class StateHandlers : IStateChanger
{
    private readonly Dictionary<string, (StateHandler? Setup, StateHandler? Teardown)> _handlers = new(StringComparer.OrdinalIgnoreCase);
    private StateHandler? _fallback;

    /// <summary>Adds a state.</summary>
    /// <param name="state">Name of the state; empty for interactions without states.</param>
    /// <param name="setup">Sets it up; what it returns are values for the pact's generators.</param>
    /// <param name="teardown">Undoes it; null where nothing has to be done.</param>
    /// <exception cref="ArgumentException">The state has a handler already.</exception>
    public StateHandlers Add(string state, StateHandler setup, StateHandler? teardown = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(setup);
        if (!_handlers.TryAdd(state, (setup, teardown))) throw new ArgumentException($"The state '{state}' has a handler already.", nameof(state));
        return this;
    }

    /// <summary>Adds a state that returns no values.</summary>
    public StateHandlers Add(string state, Func<ProviderState, Task> setup, Func<ProviderState, Task>? teardown = null) =>
        Add(state, Silent(setup), teardown is null ? null : Silent(teardown));

    /// <summary>Adds a state whose handlers are not asynchronous.</summary>
    public StateHandlers Add(string state, Action<ProviderState> setup, Action<ProviderState>? teardown = null) =>
        Add(state, Silent(setup), teardown is null ? null : Silent(teardown));

    /// <summary>Handles states that no other handler takes. Without it they fail.</summary>
    public StateHandlers Otherwise(StateHandler handler)
    {
        _fallback = handler;
        return this;
    }

    async Task<StateChangeResult> IStateChanger.ChangeAsync(StateChange change, CancellationToken cancellationToken)
    {
        var name = change.State.Name;
        var known = _handlers.TryGetValue(name, out var handlers);
        var handler = !known ? _fallback : change.Teardown ? handlers.Teardown : handlers.Setup;
        if (handler is null) return known || name.Length == 0 || change.Teardown ? StateChangeResult.Done : Unknown(name);
        try
        {
            var values = await handler(change.State, cancellationToken);
            return new StateChangeResult((string?)null) { Values = values ?? Empty.Members };
        }
#pragma warning disable CA1031 // Whatever a handler throws fails the interaction, not the run.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new StateChangeResult($"The {(change.Teardown ? "teardown" : "setup")} handler of the state '{name}' failed: {failure.Message}");
        }
#pragma warning restore CA1031
    }

    private StateChangeResult Unknown(string name)
    {
        var known = _handlers.Count == 0 ? "there are none" : $"known are {string.Join(", ", _handlers.Keys.Select(state => $"'{state}'"))}";
        return new StateChangeResult($"No handler for the provider state '{name}': {known}.");
    }

    private static StateHandler Silent(Func<ProviderState, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return async (state, _) =>
        {
            await handler(state);
            return null;
        };
    }

    private static StateHandler Silent(Action<ProviderState> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (state, _) =>
        {
            handler(state);
            return Task.FromResult<IReadOnlyDictionary<string, JsonElement>?>(null);
        };
    }
}

/// <summary>Sets up or tears down a state. The values it returns, if any, feed generators that take theirs from provider states.</summary>
public delegate Task<IReadOnlyDictionary<string, JsonElement>?> StateHandler(ProviderState state, CancellationToken cancellationToken);
