namespace PactNet.Verifier;

/// <summary>Where a call to the state endpoint carries the state.</summary>
public enum ProviderStateStyle
{
    /// <summary>In a JSON body.</summary>
    Body,

    /// <summary>In the query; the body is empty.</summary>
    Query,
}
