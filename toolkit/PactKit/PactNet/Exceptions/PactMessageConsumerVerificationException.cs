namespace PactNet.Exceptions;

/// <summary>The consumer's handler did not take the message, or the pact could not be written.</summary>
[Serializable]
public class PactMessageConsumerVerificationException : PactFailureException
{
    /// <summary>A fixed text; the verifier itself always says more.</summary>
    public PactMessageConsumerVerificationException() : base("The consumer could not handle the message of the pact.") { }

    /// <summary>A failure told in one text.</summary>
    public PactMessageConsumerVerificationException(string message) : base(message) { }

    /// <summary>A failure with its cause.</summary>
    public PactMessageConsumerVerificationException(string message, Exception innerException) : base(message, innerException) { }
}
