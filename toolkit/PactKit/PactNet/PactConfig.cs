using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PactNet.Infrastructure.Outputters;

namespace PactNet;

/// <summary>Settings of a consumer's pact.</summary>
public class PactConfig
{
    private string _pactDir = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pacts")) + Path.DirectorySeparatorChar;

    /// <summary>
    /// Folder the pact file is written to; made when it is missing. A relative one starts at the current directory.
    /// Default: <c>pacts</c> in the test project (three levels above the assembly).
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string PactDir
    {
        get => _pactDir;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _pactDir = value.EndsWith('/') || value.EndsWith('\\') ? value : value + Path.DirectorySeparatorChar;
        }
    }

    /// <summary>
    /// Not in PactNet. The first test of a run replaces the pact file, the others add to it: interactions that no test makes any more disappear.
    /// Right where all tests of one consumer and provider run in one process. Default: no, files only grow.
    /// </summary>
    public bool ReplaceFileOncePerRun { get; set; }

    /// <summary>How much the outputters are told. Default: <see cref="PactLogLevel.Information"/>.</summary>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Where reports go; none when null or empty. Default: one <see cref="ConsoleOutput"/>.</summary>
    [AllowNull]
    public IEnumerable<IOutput> Outputters { get; set => field = value ?? []; } = [new ConsoleOutput()];

    /// <summary>How bodies are serialised where a call does not say. Default: System.Text.Json's own defaults (names as spelled, nulls written).</summary>
    [AllowNull]
    public JsonSerializerOptions DefaultJsonSettings { get; set => field = value ?? new JsonSerializerOptions(); } = new();

    /// <summary>Writes a line to every outputter. One that throws is passed over.</summary>
    public void WriteLine(string line) => OutputFan.WriteLine(Outputters, line);
}
