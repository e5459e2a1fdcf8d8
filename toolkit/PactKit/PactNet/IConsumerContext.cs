namespace PactNet;

/// <summary>What a consumer test is given while its mock server runs.</summary>
public interface IConsumerContext
{
    /// <summary>Base address of the mock server, with a slash at the end.</summary>
    Uri MockServerUri { get; }
}
