using System.Xml.Linq;
using PactKit.Tests.Verifier;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.Tests.PactNet;

public sealed class RunExtensionTests : IDisposable
{
    private const string Pact = """
        {"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[
         {"description":"one","request":{"method":"GET","path":"/1"},"response":{"status":200}},
         {"description":"two","request":{"method":"GET","path":"/2"},"response":{"status":200}}]}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Reports_are_written_when_the_provider_fails()
    {
        using var verifier = NewVerifier();
        var source = Source(verifier, fails: true).WithReport(At("deep/report.html")).WithReport(At("report.XML")).WithParallelism(4);
        Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("does not keep its pacts", _folder.Read("deep/report.html"), StringComparison.Ordinal);
        Assert.Equal(["one", "two"], XDocument.Parse(_folder.Read("report.XML")).Descendants("testcase").Select(test => test.Attribute("name")!.Value));
    }

    [Fact]
    public void An_unknown_kind_of_report_is_refused_at_once()
    {
        using var verifier = NewVerifier();
        var refused = Assert.Throws<ArgumentException>(() => Source(verifier).WithReport("report.pdf"));
        Assert.StartsWith("'report.pdf' does not say which kind of report to write: let it end in .json, .xml (JUnit) or .html.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_fails_the_run()
    {
        using var verifier = NewVerifier();
        _folder.Write("taken", "");
        var failure = Assert.Throws<PactFailureException>(Source(verifier).WithReport(At("taken/report.json")).Verify);
        Assert.Contains("The report could not be written to", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_least_one_interaction_runs_at_a_time()
    {
        using var verifier = NewVerifier();
        Assert.Throws<ArgumentOutOfRangeException>(() => Source(verifier).WithParallelism(0));
    }

    public void Dispose() => _folder.Dispose();

    private static PactVerifier NewVerifier() => new("p", new PactVerifierConfig { Outputters = [new MemoryOutput()] });

    private string At(string name) => Path.Combine(_folder.Path, name);

    private IPactVerifierSource Source(PactVerifier verifier, bool fails = false) => verifier
        .WithHttpEndpoint(new StubProvider(_ => new HttpResponseMessage(fails ? System.Net.HttpStatusCode.NotFound : System.Net.HttpStatusCode.OK)))
        .WithFileSource(new FileInfo(_folder.Write("c-p.json", Pact)));
}
