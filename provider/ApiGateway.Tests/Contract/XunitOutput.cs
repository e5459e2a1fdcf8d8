using PactNet.Infrastructure.Outputters;

namespace ApiGateway.Tests.Contract;

/// <summary>Sends what the verifier reports to the test that is running.</summary>
internal sealed class XunitOutput(ITestOutputHelper output) : IOutput
{
    public void WriteLine(string line) => output.WriteLine(line);
}
