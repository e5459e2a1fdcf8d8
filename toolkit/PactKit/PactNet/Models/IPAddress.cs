namespace PactNet.Models;

/// <summary>Where the mock server listens.</summary>
public enum IPAddress
{
    /// <summary>Every network address of the machine.</summary>
    Any,

    /// <summary>This machine only (127.0.0.1).</summary>
    Loopback,
}
