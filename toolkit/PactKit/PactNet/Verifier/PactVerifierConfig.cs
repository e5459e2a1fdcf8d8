using System.Diagnostics.CodeAnalysis;
using PactNet.Infrastructure.Outputters;

namespace PactNet.Verifier;

/// <summary>Settings of a verification.</summary>
public class PactVerifierConfig
{
    /// <summary>How much the outputters are told. Default: <see cref="PactLogLevel.Information"/>.</summary>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Where the report goes; nowhere when null or empty. Default: one <see cref="ConsoleOutput"/>.</summary>
    [AllowNull]
    public IEnumerable<IOutput> Outputters { get; set => field = value ?? []; } = [new ConsoleOutput()];

    /// <summary>Writes a line to every outputter. One that throws is passed over.</summary>
    public void WriteLine(string line) => OutputFan.WriteLine(Outputters, line);
}
