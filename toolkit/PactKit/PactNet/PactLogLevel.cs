namespace PactNet;

/// <summary>How much the outputters are told.</summary>
public enum PactLogLevel
{
    Trace,
    Debug,
    Information,
    Warn,
    Error,
    None,
}
