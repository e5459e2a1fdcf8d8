namespace PactNet;

/// <summary>How much the outputters are told.</summary>
public enum PactLogLevel
{
    /// <summary>As <see cref="Information"/>: this engine has nothing finer to tell.</summary>
    Trace,

    /// <summary>As <see cref="Information"/>: this engine has nothing finer to tell.</summary>
    Debug,

    /// <summary>The log of the mock server or verifier, and everything below.</summary>
    Information,

    /// <summary>Warnings, such as an example that does not match its own expression.</summary>
    Warn,

    /// <summary>Mismatches and reports only.</summary>
    Error,

    /// <summary>As <see cref="Error"/>. For silence, give no outputters.</summary>
    None,
}
