using PactKit.Verifier;
using PactKit.Verifier.Reports;
using PactNet.Verifier;

namespace PactKit;

/// <summary>How a verification runs, and what it leaves behind: what PactNet's verifier has no word for.</summary>
public static class PactVerifierRunExtensions
{
    /// <summary>
    /// Writes the report into a file, whether the provider keeps its pacts or not: <c>.html</c> for people, <c>.xml</c> (JUnit) for build
    /// servers, <c>.json</c> in the form of other Pact verifiers. Call it again for more files. A file that cannot be written fails the run.
    /// </summary>
    /// <param name="source">The verification.</param>
    /// <param name="path">The file; a relative path starts at the current directory. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The ending of the file is none of these.</exception>
    public static IPactVerifierSource WithReport(this IPactVerifierSource source, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (VerificationReportFile.Check(path) is { } problem) throw new ArgumentException(problem, nameof(path));
        Own(source).ReportFiles.Add(path);
        return source;
    }

    /// <summary>
    /// Verifies up to this many interactions at a time, where provider states allow it (<see cref="VerifierOptions.MaxParallel"/>).
    /// Default: one after another. A request filter and message factories must then take calls at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public static IPactVerifierSource WithParallelism(this IPactVerifierSource source, int interactions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interactions, 1);
        Own(source).MaxParallel = interactions;
        return source;
    }

    private static PactVerifierSource Own(IPactVerifierSource source) =>
        source as PactVerifierSource ?? throw new ArgumentException("Only what a PactVerifier made can do this.", nameof(source));
}
