using System.Text;
using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Integration;

namespace PactKit.Tests.Model.Integration;

/// <summary>What the official engine makes of the same descriptions, but for the places where it ends the process or writes something that is no XML.</summary>
public sealed class XmlTemplateTests
{
    [Theory]
    [InlineData("elements and texts", """{"name":"a","children":[{"name":"b","attributes":{"x":"1"},"children":[{"content":"text"}]}]}""", "<a><b x='1'>text</b></a>")]
    [InlineData("attributes are sorted and escaped", """{"name":"a","attributes":{"a:z":"1","b":"<&\">'","xmlns:a":"u","Z":"3","xmlns":"urn:d"}}""", "<a Z='3' a:z='1' b='&lt;&amp;&quot;&gt;&apos;' xmlns='urn:d' xmlns:a='u'/>")]
    [InlineData("texts are escaped", """{"name":"a","children":[{"content":"'\"<&>ä😀"},{"content":" two "}]}""", "<a>'\"&lt;&amp;&gt;ä😀 two </a>")]
    [InlineData("values of any kind", """{"name":"a","attributes":{"id":5,"t":true,"n":null,"l":[1]},"children":[{"content":5}]}""", "<a id='5' l='[1]' n='' t='true'>5</a>")]
    [InlineData("a text of nothing", """{"name":"a","children":[{"content":null}]}""", "<a></a>")]
    [InlineData("no children", """{"name":"a","children":[]}""", "<a/>")]
    public void A_document_is_written(string what, string root, string xml) => Assert.Equal(("<?xml version='1.0'?>" + xml, what), (Xml(Read(root)), what));

    [Theory]
    [InlineData("""{"pact:matcher:type":"type","value":{"name":"a"}}""", "<a/>", """{"$.a":["type"]}""")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"type","value":{"name":"b"},"examples":3}]}""", "<a><b/><b/><b/></a>", """{"$.a.b":["type"]}""")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"type","min":2,"value":{"name":"b"},"examples":0}]}""", "<a><b/></a>", """{"$.a.b":["type"]}""")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":[{"pact:matcher:type":"type"},{"pact:matcher:type":"notEmpty"}],"value":{"name":"b"}}]}""", "<a><b/></a>", """{"$.a.b":["type","notEmpty"]}""")]
    [InlineData("""{"name":"a","children":[{"content":"1","matcher":{"pact:matcher:type":"integer"}}]}""", "<a>1</a>", """{"$.a.#text":["integer"]}""")]
    [InlineData("""{"name":"a","attributes":{"b":{"pact:matcher:type":"integer","value":7}}}""", "<a b='7'/>", """{"$.a['@b']":["integer"]}""")]
    [InlineData("""{"name":"ns1:a","children":[{"pact:matcher:type":"type","value":{"name":"c-d_e"}},{"pact:matcher:type":"type","value":{"name":"f.g"}}]}""", "<ns1:a><c-d_e/><f.g/></ns1:a>", """{"$.ns1:a.c-d_e":["type"],"$.ns1:a['f.g']":["type"]}""")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"type","value":{"name":"b","attributes":{"i":{"pact:matcher:type":"type","value":"q"}},"children":[{"name":"c","children":[{"content":"w","matcher":{"pact:matcher:type":"type"}}]}]},"examples":2},{"name":"d"}]}""", "<a><b i='q'><c>w</c></b><b i='q'><c>w</c></b><d/></a>", """{"$.a.b":["type"],"$.a.b['@i']":["type"],"$.a.b.c.#text":["type"]}""")]
    public void Matchers_become_rules(string root, string xml, string rules)
    {
        var read = Read(root);

        Assert.Equal("<?xml version='1.0'?>" + xml, Xml(read));
        Assert.Equal(
            JsonSerializer.Deserialize<Dictionary<string, string[]>>(rules)!.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key}: {string.Join(",", rule.Value)}"),
            read.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key}: {string.Join(",", rule.Value.Rules.Select(RuleNames.Of))}"));
    }

    [Fact]
    public void A_generator_of_an_attribute_comes_along()
    {
        var read = Read("""{"name":"a","attributes":{"d":{"pact:matcher:type":"date","format":"yyyy-MM-dd","value":"2020-01-01","pact:generator:type":"Date"}}}""");

        Assert.IsType<DateGenerator>(read.Generators["$.a['@d']"]);
    }

    [Theory]
    [InlineData("\"x\"", "$.root", "\"name\"")]
    [InlineData("""{"name":"a","content":"x"}""", "$.root", "among its \"children\"")]
    [InlineData("""{"name":"a","children":"x"}""", "$.root.children", "list")]
    [InlineData("""{"name":"a","children":["x"]}""", "$.root.children[0]", "\"name\"")]
    [InlineData("""{"name":"a","children":[{"foo":1}]}""", "$.root.children[0]", "\"content\"")]
    [InlineData("""{"name":"a b"}""", "$.root.name", "'a b' is no name")]
    [InlineData("""{"name":"a","attributes":{"1":"x"}}""", "$.root.attributes['1']", "'1' is no name")]
    [InlineData("""{"name":"a","attributes":[]}""", "$.root.attributes", "object")]
    [InlineData("""{"name":"a","children":[{"content":"\u0001"}]}""", "$.root.children[0].content", "U+0001")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"type","value":"x"}]}""", "$.root.children[0].value", "\"name\"")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"nonsense","value":{"name":"b"}}]}""", "$.root.children[0]", "nonsense")]
    [InlineData("""{"name":"a","children":[{"pact:matcher:type":"type","examples":2000000000,"value":{"name":"b"}}]}""", "$.root.children[0].examples", "so many examples")]
    [InlineData("""{"name":"a","children":[{"content":"x","matcher":{}}]}""", "$.root.children[0].matcher", "pact:matcher:type")]
    public void What_makes_no_sense_is_told_with_its_place(string root, string place, string sentence)
    {
        var read = XmlTemplate.Read(JsonElement.Parse($$"""{"root":{{root}}}"""));

        Assert.StartsWith(place, read.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, read.Error, StringComparison.Ordinal);
    }

    private static IntegrationResult Read(string root)
    {
        var read = XmlTemplate.Read(JsonElement.Parse($$"""{"version":"1.0","charset":"UTF-8","root":{{root}}}"""));
        Assert.True(read.IsSuccess, read.Error);
        return read;
    }

    private static string Xml(IntegrationResult read) => Encoding.UTF8.GetString(read.Example.Span);
}
