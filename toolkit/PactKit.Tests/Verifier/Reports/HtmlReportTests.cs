using System.Text;
using System.Text.RegularExpressions;
using PactKit.Verifier;
using PactKit.Verifier.Reports;

namespace PactKit.Tests.Verifier.Reports;

public sealed partial class HtmlReportTests
{
    private readonly string _page = Page(SampleReport.Failed());

    [Fact]
    public void It_is_one_page_without_scripts_and_without_anything_from_elsewhere()
    {
        Assert.DoesNotContain("<script", _page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Outside(), _page);
        Assert.Contains("default-src 'none'", _page, StringComparison.Ordinal);
        Assert.Contains("color-scheme: light dark", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_from_a_pact_is_encoded() => Assert.Contains("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;", _page, StringComparison.Ordinal);

    [Fact]
    public void Failures_are_open_and_what_passed_is_closed()
    {
        Assert.Contains("<details class=\"interaction good\" id=\"i1\">", _page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"interaction bad\" id=\"i2\" open>", _page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"interaction warn\" id=\"i4\" open>", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_shows_the_expectation_the_mismatches_and_the_difference()
    {
        Assert.Contains("<pre>GET /users/1", _page, StringComparison.Ordinal);
        Assert.Contains("<li><code>body $.id</code>", _page, StringComparison.Ordinal);
        Assert.Contains("<del>-   &quot;id&quot;: 1,</del>", _page, StringComparison.Ordinal);
        Assert.Contains("<ins>&#x2B;   &quot;id&quot;: 2,</ins>", _page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"error\">The provider did not answer within 5 s.</p>", _page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Interactions", "4")]
    [InlineData("Passed", "1")]
    [InlineData("Failed", "2")]
    [InlineData("Pending failures", "1")]
    [InlineData("Took", "1.6 s")]
    public void The_summary_counts(string name, string value) => Assert.Contains($"<dt>{name}</dt><dd>{value}</dd>", _page, StringComparison.Ordinal);

    [Fact]
    public void Errors_and_warnings_come_first()
    {
        var page = Page(SampleReport.WithError());
        Assert.Contains("<li>pacts/x.json: not JSON</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>nothing was verified</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_element_is_closed()
    {
        // The page is XML but for what HTML leaves open.
        var xml = _page.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace(" open>", ">", StringComparison.Ordinal).Replace(" checked>", ">", StringComparison.Ordinal);
        xml = Open().Replace(Styles().Replace(xml, ""), "<$1/>").Replace("&#x1;", "", StringComparison.Ordinal);
        Assert.Equal("html", System.Xml.Linq.XDocument.Parse(xml).Root!.Name.LocalName);
    }

    private static string Page(VerificationReport report) => Encoding.UTF8.GetString(HtmlReport.Write(report));

    [GeneratedRegex(@"(src|href)=""(?!#)|url\(|@import")]
    private static partial Regex Outside();

    [GeneratedRegex("<((?:meta|input)[^>]*)>")]
    private static partial Regex Open();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();
}
