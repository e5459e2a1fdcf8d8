namespace PactNet.Verifier;

/// <summary>How the state endpoint is called.</summary>
public interface IProviderStateOptions
{
    /// <summary>Calls it after each interaction as well, with the action <c>teardown</c>.</summary>
    IProviderStateOptions WithTeardown();

    /// <summary>Whether the state is sent in the body (the default) or in the query.</summary>
    IProviderStateOptions WithStyle(ProviderStateStyle style);
}
