#nullable disable // As in PactNet: user code that reads these with nullable warnings as errors must go on compiling.
namespace PactNet;

/// <summary>
/// A state as the verifier posts it to a state endpoint, for endpoints that deserialise it. Parameters that are not texts arrive as JSON
/// numbers, booleans or objects, so a record with object values reads more pacts than this.
/// </summary>
public class ProviderState
{
    /// <summary>Name of the state.</summary>
    public string State { get; set; }

    /// <summary>Parameters of the state.</summary>
    public IDictionary<string, string> Params { get; set; }
}
