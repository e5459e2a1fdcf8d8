namespace PactKit.Brokers;

/// <summary>Which pacts a provider wants to verify.</summary>
public sealed record PactsForVerificationQuery
{
    public required string Provider { get; init; }

    /// <summary>Empty: the broker's defaults (each consumer's main branch, and whatever is deployed or released).</summary>
    public IReadOnlyList<ConsumerVersionSelector> Selectors { get; init; } = [];

    /// <summary>The provider's branch; decides what is pending, and what <c>MatchingBranch</c> means.</summary>
    public string? ProviderBranch { get; init; }

    public IReadOnlyList<string> ProviderTags { get; init; } = [];

    /// <summary>Ask which pacts are pending: their failures do not fail the build. Default false; always sent, since brokers assume true.</summary>
    public bool IncludePending { get; init; }

    /// <summary>Include work-in-progress pacts published after this day; null for none.</summary>
    public DateOnly? IncludeWipPactsSince { get; init; }
}
