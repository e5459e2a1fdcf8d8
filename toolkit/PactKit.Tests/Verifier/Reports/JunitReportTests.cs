using System.Xml.Linq;
using PactKit.Verifier;
using PactKit.Verifier.Reports;

namespace PactKit.Tests.Verifier.Reports;

public sealed class JunitReportTests
{
    private readonly XElement _suite = Suite(SampleReport.Failed());

    [Fact]
    public void The_suite_counts_its_cases() => Assert.Equal(
        ["4", "2", "0", "1", "1.592"], ((string[])["tests", "failures", "errors", "skipped", "time"]).Select(name => _suite.Attribute(name)!.Value));

    [Fact]
    public void Each_interaction_is_a_case_and_a_pending_failure_is_skipped() => Assert.Equal(
        ["", "failure", "failure", "skipped"], _suite.Elements("testcase").Select(test => test.Elements().FirstOrDefault()?.Name.LocalName ?? ""));

    [Fact]
    public void A_failure_says_what_differs()
    {
        var test = _suite.Elements("testcase").ElementAt(1);
        Assert.Equal("a changed user given user 1 exists", test.Attribute("name")!.Value);
        Assert.Equal("UserService - APIGateway", test.Attribute("classname")!.Value);
        Assert.EndsWith("(and 1 more)", test.Element("failure")!.Attribute("message")!.Value, StringComparison.Ordinal);
        Assert.Contains("$.id", test.Element("system-out")!.Value, StringComparison.Ordinal);
        Assert.Contains("-   \"id\": 1,", test.Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_XML_cannot_hold_are_replaced() =>
        Assert.Equal(SampleReport.Nasty.Replace('\u0001', '\uFFFD'), _suite.Elements("testcase").ElementAt(2).Attribute("name")!.Value);

    [Fact]
    public void What_could_not_be_loaded_is_an_error() =>
        Assert.Equal("pacts/x.json: not JSON", Suite(SampleReport.WithError()).Elements("testcase").Elements("error").Single().Attribute("message")!.Value);

    private static XElement Suite(VerificationReport report) => XDocument.Load(new MemoryStream(JunitReport.Write(report))).Root!.Element("testsuite")!;
}
