#nullable disable // As in PactNet: user code that reads and sets these with nullable warnings as errors must go on compiling.
namespace PactNet.Verifier;

/// <summary>Selects pacts by what the broker knows about their consumer versions.</summary>
public class ConsumerVersionSelector
{
    /// <summary>The latest of the consumer's main branch.</summary>
    public bool MainBranch { get; set; }

    /// <summary>The latest of the branch with the provider branch's name.</summary>
    public bool MatchingBranch { get; set; }

    /// <summary>All versions deployed now.</summary>
    public bool Deployed { get; set; }

    /// <summary>All versions released and supported now.</summary>
    public bool Released { get; set; }

    /// <summary>All versions deployed, or released and supported.</summary>
    public bool DeployedOrReleased { get; set; }

    /// <summary>The latest of this branch.</summary>
    public string Branch { get; set; }

    /// <summary>The branch to take when <see cref="Branch"/> has no pact.</summary>
    public string FallbackBranch { get; set; }

    /// <summary>Versions with this tag.</summary>
    public string Tag { get; set; }

    /// <summary>The tag to take when <see cref="Tag"/> has no pact.</summary>
    public string FallbackTag { get; set; }

    /// <summary>The environment of a deployed or released selector.</summary>
    public string Environment { get; set; }

    /// <summary>Only pacts of this consumer.</summary>
    public string Consumer { get; set; }

    /// <summary>Only the latest version; all of them when false.</summary>
    public bool? Latest { get; set; }
}
