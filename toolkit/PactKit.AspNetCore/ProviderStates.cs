using System.Reflection;
using PactKit.Binding;
using PactKit.States;

namespace PactKit;

/// <summary>
/// The states a provider can be put into, each as C# code. A handler is any method or lambda: arguments come from placeholders in the state's name
/// and from the pact's parameters (by name, converted from JSON), from the application's container, a CancellationToken, or the
/// <see cref="Model.ProviderState"/> itself. It may be asynchronous; the members of what it returns are values for the pact's generators.
/// </summary>
/// <example><code>states.On("user {id} exists", async (int id, UsersDb db) => await db.AddAsync(new User(id)));</code></example>
public sealed class ProviderStates
{
    private readonly List<StateEntry> _entries = [];
    private Handler? _otherwise;

    /// <summary>Adds a state.</summary>
    /// <param name="name">Name of the state; placeholders in braces stand for any text.</param>
    /// <param name="setup">Sets it up.</param>
    /// <param name="teardown">Undoes it, after the interaction; null where nothing has to be done.</param>
    /// <exception cref="ArgumentException">The state has a handler already, or its name is not well formed.</exception>
    public ProviderStates On(string name, Delegate setup, Delegate? teardown = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        Entry(name).Setup = Once(Handler.Of(setup), Entry(name).Setup, name, "setup");
        if (teardown is not null) Entry(name).Teardown = Once(Handler.Of(teardown), Entry(name).Teardown, name, "teardown");
        return this;
    }

    /// <summary>Adds the methods of a class that have a <see cref="ProviderStateAttribute"/>. An instance is made for each state change, with services.</summary>
    /// <exception cref="ArgumentException">The class has no such method, or a state has a handler already.</exception>
    public ProviderStates AddFrom<THandlers>() => AddFrom(typeof(THandlers));

    /// <inheritdoc cref="AddFrom{THandlers}"/>
    public ProviderStates AddFrom(Type handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        var methods = handlers.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .SelectMany(method => method.GetCustomAttributes<ProviderStateAttribute>().Select(state => (Method: method, State: state)))
            .ToList();
        if (methods.Count == 0)
            throw new ArgumentException($"{handlers.Name} has no method with a [ProviderState(\"…\")] attribute.", nameof(handlers));
        foreach (var (method, state) in methods)
        {
            var entry = Entry(state.Name);
            var handler = Handler.Of(handlers, method);
            if (state.Teardown) entry.Teardown = Once(handler, entry.Teardown, state.Name, "teardown");
            else entry.Setup = Once(handler, entry.Setup, state.Name, "setup");
        }

        return this;
    }

    /// <summary>Sets up states that no other handler takes. Without it they fail.</summary>
    public ProviderStates Otherwise(Delegate setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _otherwise = Handler.Of(setup);
        return this;
    }

    internal IEnumerable<string> Names => _entries.Select(entry => entry.Name.Text);

    internal Handler? Fallback => _otherwise;

    /// <summary>The state of this name: one spelled exactly so, else the one with the most literal text around its placeholders.</summary>
    internal StateEntry? Find(string name, out IReadOnlyDictionary<string, string> placeholders)
    {
        StateEntry? found = null;
        placeholders = new Dictionary<string, string>();
        foreach (var entry in _entries)
        {
            if ((found is not null && found.Name.Literal >= entry.Name.Literal) || entry.Name.Match(name) is not { } values) continue;
            (found, placeholders) = (entry, values);
        }

        return found;
    }

    private StateEntry Entry(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var entry = _entries.Find(known => known.Name.Text.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null) _entries.Add(entry = new StateEntry(new StateName(name)));
        return entry;
    }

    private static Handler Once(Handler handler, Handler? existing, string name, string action) => existing is null
        ? handler
        : throw new ArgumentException($"The state '{name}' has a {action} handler already: {existing.Name}.", nameof(name));
}
