namespace PactNet.Exceptions;

/// <summary>A pact was not kept. The message says what differed.</summary>
[Serializable]
public class PactFailureException : Exception
{
    public PactFailureException(string message) : base(message) { }

    public PactFailureException(string message, Exception innerException) : base(message, innerException) { }
}
