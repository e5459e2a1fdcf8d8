using PactNet.Infrastructure.Outputters;

namespace PactNet.Output.Xunit;

/// <summary>
/// Writes to the output of the test that is running. A line that comes after the test has ended is dropped: xunit would throw on whatever thread
/// writes it, and take the process down.
/// </summary>
public class XunitOutput : IOutput
{
    private readonly ITestOutputHelper _output;

    /// <param name="output">The helper xunit gives to the test class.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public XunitOutput(ITestOutputHelper output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <inheritdoc/>
    public void WriteLine(string line)
    {
        try
        {
            _output.WriteLine(line);
        }
#pragma warning disable CA1031 // xunit names no type for it, and no report is worth the process.
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }
}
