using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Output.Xunit;
using PactNet.Verifier;

namespace Surface;

/// <summary>The output most xunit projects pass to both sides.</summary>
public sealed class OutputCompiles(ITestOutputHelper output)
{
    [Fact]
    public void The_output_for_xunit()
    {
        var consumer = new PactConfig { Outputters = new List<IOutput> { new XunitOutput(output: output) } };
        var provider = new PactVerifierConfig { Outputters = new[] { new XunitOutput(output) } };
        consumer.WriteLine("from the consumer");
        provider.WriteLine(line: "from the provider");

        Assert.Contains("from the consumer", output.Output, StringComparison.Ordinal);
        Assert.Contains("from the provider", output.Output, StringComparison.Ordinal);
    }
}
