namespace PactKit.Broker.Matrix;

/// <summary>The fixed questions behind URLs and badges.</summary>
internal static class DeployQueries
{
    public static MatrixQuery TagToTag(string pacticipant, string tag, string toTag) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, Tag = tag, Latest = true }],
        Destination = new Destination { Tag = toTag, Latest = true },
        LatestBy = LatestBy.ConsumerVersionProvider,
    };

    public static MatrixQuery BranchToEnvironment(string pacticipant, string branch, string environment) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, Branch = branch, Latest = true }],
        Destination = new Destination { Environment = environment },
        LatestBy = LatestBy.ConsumerVersionProviderVersion,
    };

    /// <summary>The latest main-branch version against everyone else's.</summary>
    public static MatrixQuery MainBranches(string pacticipant) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, MainBranch = true, Latest = true }],
        Destination = new Destination { MainBranch = true, Latest = true },
        LatestBy = LatestBy.ConsumerVersionProvider,
    };
}
