namespace PactNet;

/// <summary>A pact between one consumer and one provider, before anything is said about its interactions.</summary>
public interface IPact
{
    /// <summary>Name of the consumer.</summary>
    string Consumer { get; }

    /// <summary>Name of the provider.</summary>
    string Provider { get; }

    /// <summary>Where the pact file goes and how bodies are serialised.</summary>
    PactConfig Config { get; }
}

/// <summary>A pact that is written as specification version 2.</summary>
public interface IPactV2 : IPact;

/// <summary>A pact that is written as specification version 3.</summary>
public interface IPactV3 : IPact;

/// <summary>A pact that is written as specification version 4.</summary>
public interface IPactV4 : IPact;
