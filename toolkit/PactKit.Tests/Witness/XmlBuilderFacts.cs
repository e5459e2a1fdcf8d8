using System.Text;
using System.Text.Json;

namespace PactKit.Tests.Witness;

/// <summary>Documents and rules as pact-js's XML builder has the official engine write them: prefixes in paths, <c>#text</c> without quotes, sizes of repeated elements.</summary>
internal static class XmlBuilderFacts
{
    private const string Projects = "<?xml version='1.0'?><ns1:projects id='1234' xmlns:ns1='http://some.namespace/and/more/stuff'><ns1:project id='1' type='activity'><ns1:tasks>x</ns1:tasks></ns1:project></ns1:projects>";

    private const string ProjectRules = """
        {"$.ns1:projects.ns1:project":{"matchers":[{"match":"type"}]},"$.ns1:projects.ns1:project.ns1:tasks.#text":{"matchers":[{"match":"type"}]},"$.ns1:projects.ns1:project['@id']":{"matchers":[{"match":"integer"}]}}
        """;

    private const string Letters = "<?xml version='1.0'?><a b='7'><c>t</c><d>plain</d></a>";

    private const string LetterRules = """{"$.a.c.#text":{"matchers":[{"match":"regex","regex":"[a-z]"}]},"$.a['@b']":{"matchers":[{"match":"regex","regex":"\\d+"}]}}""";

    private const string Sizes = "<?xml version='1.0'?><a><b>1</b><b>1</b></a>";

    private const string SizeRules = """{"$.a.b":{"matchers":[{"match":"type","max":3,"min":2}]},"$.a.b.#text":{"matchers":[{"match":"integer"}]}}""";

    public static IEnumerable<ResponseFact> Responses =>
        Rows().Select(row => new ResponseFact(
            "XML builder: " + row.Name,
            $$"""{"status":200,"headers":{"Content-Type":["application/xml"]},"body":{"content":{{JsonSerializer.Serialize(row.Expected)}},"contentType":"application/xml","encoded":false},"matchingRules":{"body":{{row.Rules}} } }""",
            Encoding.UTF8.GetBytes(row.Actual),
            [("Content-Type", "application/xml")],
            Version: "4.0"));

    private static IEnumerable<(string Name, string Expected, string Rules, string Actual)> Rows()
    {
        string Project(string id, string tasks, string prefix = "ns1", string uri = "http://some.namespace/and/more/stuff", int times = 1) =>
            $"<{prefix}:projects id='1234' xmlns:{prefix}='{uri}'>" + string.Concat(Enumerable.Repeat($"<{prefix}:project id='{id}' type='activity'><{prefix}:tasks>{tasks}</{prefix}:tasks></{prefix}:project>", times)) + $"</{prefix}:projects>";
        yield return ("the example itself", Projects, ProjectRules, Projects);
        yield return ("another number and text under prefixes", Projects, ProjectRules, Project("77", "y"));
        yield return ("no number under prefixes", Projects, ProjectRules, Project("z", "y"));
        yield return ("two of an element under prefixes", Projects, ProjectRules, Project("1", "x", times: 2));
        yield return ("another prefix", Projects, ProjectRules, Project("1", "x", prefix: "p"));
        yield return ("another prefix and other values", Projects, ProjectRules, Project("77", "y", prefix: "p"));
        yield return ("another namespace", Projects, ProjectRules, Project("1", "x", uri: "urn:x"));
        yield return ("a regex of the text", Letters, LetterRules, "<a b='8'><c>z</c><d>plain</d></a>");
        yield return ("a regex of the text that fails", Letters, LetterRules, "<a b='8'><c>Z</c><d>plain</d></a>");
        yield return ("a regex of the attribute that fails", Letters, LetterRules, "<a b='x'><c>z</c><d>plain</d></a>");
        yield return ("a text without a rule", Letters, LetterRules, "<a b='8'><c>z</c><d>other</d></a>");
        foreach (var times in new[] { 0, 1, 2, 3, 4 })
            yield return ($"{times} of two to three", Sizes, SizeRules, "<a>" + string.Concat(Enumerable.Repeat("<b>7</b>", times)) + "</a>");
        yield return ("a text that is no integer", Sizes, SizeRules, "<a><b>7</b><b>x</b></a>");
        yield return ("elements of elements", Sizes, SizeRules, "<a><b>7<c/></b><b>8<c/><c/><c/></b></a>");
    }
}
