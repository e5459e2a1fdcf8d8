using System.Text.Json;
using PactKit.Model;
using PactKit.Verifier.States;

namespace PactKit;

/// <summary>Handlers that return values for <see cref="Generate.FromProviderState"/>.</summary>
public static class StateHandlerExtensions
{
    /// <summary>Adds a state whose handler returns values: <c>states.AddReturning("a user exists", _ => new { id = users.Add("Ada") })</c>.</summary>
    /// <param name="handlers">The handlers.</param>
    /// <param name="state">Name of the state.</param>
    /// <param name="setup">Sets the state; the members of what it returns are the values.</param>
    /// <exception cref="ArgumentException">The state has a handler already.</exception>
    public static StateHandlers AddReturning(this StateHandlers handlers, string state, Func<ProviderState, object> setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return handlers.AddReturning(state, given => Task.FromResult(setup(given)));
    }

    /// <inheritdoc cref="AddReturning(StateHandlers, string, Func{ProviderState, object})"/>
    public static StateHandlers AddReturning(this StateHandlers handlers, string state, Func<ProviderState, Task<object>> setup)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(setup);
        return handlers.Add(state, async (given, _) => Values(state, await setup(given).ConfigureAwait(false)));
    }

    private static Dictionary<string, JsonElement> Values(string state, object? returned)
    {
        var json = JsonSerializer.SerializeToElement(returned, returned?.GetType() ?? typeof(object));
        return json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : throw new InvalidOperationException($"The handler of the state '{state}' has to return values with names: an object, as in new {{ id = 7 }}, or a dictionary.");
    }
}
