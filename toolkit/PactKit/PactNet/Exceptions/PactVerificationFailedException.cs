namespace PactNet.Exceptions;

/// <summary>The provider does not keep a pact. The message lists what failed.</summary>
[Serializable]
public class PactVerificationFailedException : PactFailureException
{
    public PactVerificationFailedException() : base("The provider does not keep the pact: see the verifier's output.") { }

    public PactVerificationFailedException(string message) : base(message) { }

    public PactVerificationFailedException(string message, Exception innerException) : base(message, innerException) { }
}
