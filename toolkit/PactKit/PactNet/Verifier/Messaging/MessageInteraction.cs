#nullable disable // As in PactNet: user code that reads this with nullable warnings as errors must go on compiling.
namespace PactNet.Verifier.Messaging;

/// <summary>A message that is asked for by its description.</summary>
public class MessageInteraction
{
    /// <summary>The description in the pact.</summary>
    public string Description { get; set; }
}
