namespace PactNet.Exceptions;

/// <summary>The consumer's handler did not take the message, or the pact could not be written.</summary>
[Serializable]
public class PactMessageConsumerVerificationException : PactFailureException
{
    public PactMessageConsumerVerificationException() : base("The consumer could not handle the message of the pact.") { }

    public PactMessageConsumerVerificationException(string message) : base(message) { }

    public PactMessageConsumerVerificationException(string message, Exception innerException) : base(message, innerException) { }
}
