using System.Text.RegularExpressions;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>Selects interactions. Both patterns must hold; each is searched for, not matched as a whole.</summary>
public sealed class InteractionFilter
{
    public static readonly InteractionFilter All = new();

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex? _description;
    private readonly Regex? _state;
    private readonly bool _onlyWithoutStates;

    /// <param name="description">A regular expression found in the description; null or empty for any.</param>
    /// <param name="providerState">A regular expression found in the name of a provider state; null or empty for any.</param>
    /// <param name="onlyWithoutStates">Only interactions without provider states.</param>
    /// <exception cref="ArgumentException">A pattern is not a regular expression.</exception>
    public InteractionFilter(string? description = null, string? providerState = null, bool onlyWithoutStates = false)
    {
        _description = Parse(description, nameof(description));
        _state = Parse(providerState, nameof(providerState));
        _onlyWithoutStates = onlyWithoutStates;
    }

    /// <summary>Every interaction passes.</summary>
    public bool SelectsAll => _description is null && _state is null && !_onlyWithoutStates;

    public bool Selects(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if (_onlyWithoutStates && interaction.ProviderStates.Count > 0) return false;
        if (_description is not null && !_description.IsMatch(interaction.Description)) return false;
        return _state is null || interaction.ProviderStates.Any(state => _state.IsMatch(state.Name));
    }

    private static Regex? Parse(string? pattern, string name)
    {
        if (string.IsNullOrEmpty(pattern)) return null;
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Timeout);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"'{pattern}' is not a regular expression: {fault.Message}", name, fault);
        }
    }
}
