using PactKit.Model;
using PactKit.Verifier.Sources;

namespace PactKit.Verifier.Sessions;

/// <summary>One interaction of a pact that was loaded: a row of a test's data. Its text is a name for the test.</summary>
public sealed class InteractionToVerify
{
    private readonly string _name;

    internal InteractionToVerify(LoadedPact loaded, int position, string name)
    {
        (Loaded, Position, _name) = (loaded, position, name);
        Interaction = loaded.Pact.Interactions[position];
    }

    /// <summary>The interaction as the pact has it.</summary>
    public Interaction Interaction { get; }

    /// <summary>Name of the consumer.</summary>
    public string Consumer => Loaded.Pact.Consumer;

    /// <summary>Name of the provider.</summary>
    public string Provider => Loaded.Pact.Provider;

    /// <summary>Where the pact is from: a path or an address.</summary>
    public string Source => Loaded.Source;

    /// <summary>The interaction or its pact is pending: that it fails is shown, and fails nothing.</summary>
    public bool Pending => Loaded.Pending || Interaction.Pending;

    internal LoadedPact Loaded { get; }

    /// <summary>Its place in the pact, from 0.</summary>
    internal int Position { get; }

    /// <summary>Consumer, description and provider states: <c>UserService: a request for user 1 (given user 1 exists)</c>.</summary>
    public override string ToString() => _name;

    internal static string NameOf(Pact pact, Interaction interaction)
    {
        var name = $"{pact.Consumer}: {interaction.Description}";
        return interaction.ProviderStates.Count == 0
            ? name
            : $"{name} (given {string.Join(" and ", interaction.ProviderStates.Select(state => state.Name))})";
    }
}
