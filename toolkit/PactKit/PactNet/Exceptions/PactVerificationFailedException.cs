namespace PactNet.Exceptions;

/// <summary>The provider does not keep a pact. The message lists what failed.</summary>
[Serializable]
public class PactVerificationFailedException : PactFailureException
{
    /// <summary>A fixed text; the verifier itself always says more.</summary>
    public PactVerificationFailedException() : base("The provider does not keep the pact: see the verifier's output.") { }

    /// <summary>A failure told in one text.</summary>
    public PactVerificationFailedException(string message) : base(message) { }

    /// <summary>A failure with its cause.</summary>
    public PactVerificationFailedException(string message, Exception innerException) : base(message, innerException) { }
}
