using static PactKit.Tests.Matching.Comparing;

namespace PactKit.Tests.Matching.Bodies;

public sealed class XmlBodyTests
{
    private const string Xml = "application/xml";

    [Theory]
    // in requests                                                                         request response
    [InlineData("<a/>", "<a></a>", "{}", true, true)]
    [InlineData("<a/>", "<b/>", "{}", false, false)]
    [InlineData("<a><b/><c/></a>", "<a><c/><b/></a>", "{}", true, true)]
    [InlineData("<a><b>1</b><b>2</b></a>", "<a><b>2</b><b>1</b></a>", "{}", false, false)]
    [InlineData("<a><b/></a>", "<a><b/><c/></a>", "{}", false, true)]
    [InlineData("<a><b/></a>", "<a><b/><b/></a>", "{}", false, true)]
    [InlineData("<a><b/></a>", "<a/>", "{}", false, false)]
    [InlineData("<a x='1'/>", "<a x='1' y='2'/>", "{}", false, true)]
    [InlineData("<a x='1'/>", "<a/>", "{}", false, false)]
    [InlineData("<a x='1'/>", "<a x='2'/>", "{}", false, false)]
    [InlineData("<a>x</a>", "<a> x <!-- c --></a>", "{}", true, true)]
    [InlineData("<a>x</a>", "<a><![CDATA[x]]></a>", "{}", true, true)]
    [InlineData("<a>x</a>", "<a>y</a>", "{}", false, false)]
    [InlineData("<p:a xmlns:p='u'/>", "<q:a xmlns:q='u'/>", "{}", true, true)]
    [InlineData("<a xmlns='u'/>", "<a xmlns='v'/>", "{}", false, false)]
    [InlineData("<a/>", "<a xmlns='u'/>", "{}", false, false)]
    // rules
    [InlineData("<a>1</a>", "<a>2</a>", """{"$.a['#text']":{"matchers":[{"match":"regex","regex":"\\d"}]}}""", true, true)]
    [InlineData("<a x='1'/>", "<a x='2'/>", """{"$.a['@x']":{"matchers":[{"match":"regex","regex":"\\d"}]}}""", true, true)]
    [InlineData("<a>1</a>", "<a>2</a>", """{"$.a":{"matchers":[{"match":"regex","regex":"\\d"}]}}""", false, false)]
    [InlineData("<a>a</a>", "<a>a</a>", """{"$.a":{"matchers":[{"match":"regex","regex":"a"}]}}""", true, true)]
    [InlineData("<a>1</a>", "<a>2</a>", """{"$.a":{"matchers":[{"match":"type"}]}}""", true, true)]
    [InlineData("<a>1</a>", "<a>1</a>", """{"$.a":{"matchers":[{"match":"integer"}]}}""", false, false)]
    [InlineData("<a><b>1</b></a>", "<a><b>1</b><b>2</b></a>", """{"$.a":{"matchers":[{"match":"type"}]}}""", true, true)]
    [InlineData("<a><b>1</b><b>1</b></a>", "<a><b>1</b></a>", """{"$.a.b":{"matchers":[{"match":"type"}]}}""", true, true)]
    [InlineData("<a><b>1</b></a>", "<a></a>", """{"$.a":{"matchers":[{"match":"type"}]}}""", false, false)]
    [InlineData("<a><b>1</b></a>", "<a><b>1</b><c/></a>", """{"$.a":{"matchers":[{"match":"type"}]}}""", false, false)]
    [InlineData("<a><b/></a>", "<a><b/></a>", """{"$.a":{"matchers":[{"match":"type","min":2}]}}""", false, false)]
    [InlineData("<a><b/></a>", "<a><b/><b/></a>", """{"$.a":{"matchers":[{"match":"type","min":2}]}}""", true, true)]
    [InlineData("<a>x</a>", "<a/>", """{"$.a":{"matchers":[{"match":"notEmpty"}]}}""", false, false)]
    [InlineData("<n:a xmlns:n='u'>1</n:a>", "<n:a xmlns:n='u'>2</n:a>", """{"$['u:a']['#text']":{"matchers":[{"match":"integer"}]}}""", true, true)]
    [InlineData("<a><b x='1'/></a>", "<a><b x='2'/><b x='z'/></a>", """{"$.a":{"matchers":[{"match":"type"}]},"$.a[*].b['@x']":{"matchers":[{"match":"regex","regex":"\\d"}]}}""", false, false)]
    public void XML_is_compared(string expected, string actual, string rules, bool inRequests, bool inResponses)
    {
        Assert.Equal(inRequests, InRequests(Xml, expected, actual, rules).Count == 0);
        Assert.Equal(inResponses, InResponses(Xml, expected, actual, rules).Count == 0);
    }

    [Fact]
    public void A_mismatch_says_what_is_wrong()
    {
        Assert.Equal(["Expected child <two/> but was missing"], InRequests(Xml, "<a><one/><two/></a>", "<a><one/></a>").Texts());
        Assert.Equal(["Unexpected child <b/>"], InRequests(Xml, "<a><one/></a>", "<a><one/><b/></a>").Texts());
    }

    [Fact]
    public void A_declared_encoding_that_is_not_the_one_sent_does_not_matter() =>
        Assert.Empty(InRequests(Xml, "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é</a>", "<a>é</a>"));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>")]
    public void Entities_are_neither_fetched_nor_expanded(string document) =>
        Assert.StartsWith("Failed to parse the actual body as XML", Assert.Single(InRequests(Xml, "<a/>", document)).Description, StringComparison.Ordinal);
}
