namespace PactNet.Infrastructure.Outputters;

/// <summary>Writes to <see cref="Console"/>.</summary>
public class ConsoleOutput : IOutput
{
    public void WriteLine(string line) => Console.WriteLine(line);
}
