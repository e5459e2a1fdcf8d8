namespace PactNet.Exceptions;

/// <summary>A pact was not kept. The message says what differed.</summary>
[Serializable]
public class PactFailureException : Exception
{
    /// <summary>A failure told in one text.</summary>
    public PactFailureException(string message) : base(message) { }

    /// <summary>A failure with its cause.</summary>
    public PactFailureException(string message, Exception innerException) : base(message, innerException) { }
}
