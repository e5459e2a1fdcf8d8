namespace PactNet.Verifier;

/// <summary>Collects how the state endpoint is called.</summary>
internal sealed class ProviderStateOptions : IProviderStateOptions
{
    public bool Teardown { get; private set; }

    public ProviderStateStyle Style { get; private set; } = ProviderStateStyle.Body;

    public IProviderStateOptions WithTeardown()
    {
        Teardown = true;
        return this;
    }

    public IProviderStateOptions WithStyle(ProviderStateStyle style)
    {
        if (!Enum.IsDefined(style)) throw new ArgumentOutOfRangeException(nameof(style), style, "Use ProviderStateStyle.Body or ProviderStateStyle.Query.");
        Style = style;
        return this;
    }
}
