namespace PactNet.Infrastructure.Outputters;

/// <summary>Writes one line to many outputs.</summary>
internal static class OutputFan
{
    public static void WriteLine(IEnumerable<IOutput> outputs, string line)
    {
        foreach (var output in outputs)
        {
            try
            {
                output.WriteLine(line);
            }
#pragma warning disable CA1031 // A test framework's output throws once its test is over; a report must never take the process down.
            catch (Exception)
            {
            }
#pragma warning restore CA1031
        }
    }
}
