namespace PactNet.Infrastructure.Outputters;

/// <summary>Somewhere a report can go, such as a test's output.</summary>
public interface IOutput
{
    /// <summary>Takes one line, which may hold line breaks.</summary>
    void WriteLine(string line);
}
