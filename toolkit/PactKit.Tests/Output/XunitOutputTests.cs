extern alias xunit2;

using PactNet;
using PactNet.Output.Xunit;
using XunitOutput2 = xunit2::PactNet.Output.Xunit.XunitOutput;

namespace PactKit.Tests.Output;

public sealed class XunitOutputTests(ITestOutputHelper output)
{
    [Fact]
    public void A_report_goes_to_the_test_that_runs()
    {
        var xunit = new XunitOutput(output);
        xunit.WriteLine("a line of the report");

        Assert.Contains("a line of the report", output.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void For_xunit_2_as_well()
    {
        var helper = new Helper2();
        new PactConfig { Outputters = [new XunitOutput2(helper)] }.WriteLine("a line");

        Assert.Equal(["a line"], helper.Lines);
    }

    [Fact]
    public void A_line_after_the_test_has_ended_is_dropped()
    {
        new XunitOutput(new Ended()).WriteLine("too late");
        new XunitOutput2(new Ended2()).WriteLine("too late");

        Assert.Throws<InvalidOperationException>(() => new Ended().WriteLine("as xunit itself has it"));
    }

    [Fact]
    public void Without_a_helper_there_is_no_output()
    {
        Assert.Throws<ArgumentNullException>(() => new XunitOutput(null!));
        Assert.Throws<ArgumentNullException>(() => new XunitOutput2(null!));
    }

    private sealed class Helper2 : Xunit.Abstractions.ITestOutputHelper
    {
        public List<string> Lines { get; } = [];

        public void WriteLine(string message) => Lines.Add(message);

        public void WriteLine(string format, params object[] args) => Lines.Add(format);
    }

    private sealed class Ended2 : Xunit.Abstractions.ITestOutputHelper
    {
        public void WriteLine(string message) => throw new InvalidOperationException("There is no currently active test.");

        public void WriteLine(string format, params object[] args) => throw new InvalidOperationException("There is no currently active test.");
    }

    private sealed class Ended : ITestOutputHelper
    {
        public string Output => "";

        public void Write(string message) => throw new InvalidOperationException("There is no currently active test.");

        public void Write(string format, params object[] args) => throw new InvalidOperationException("There is no currently active test.");

        public void WriteLine(string message) => throw new InvalidOperationException("There is no currently active test.");

        public void WriteLine(string format, params object[] args) => throw new InvalidOperationException("There is no currently active test.");
    }
}
