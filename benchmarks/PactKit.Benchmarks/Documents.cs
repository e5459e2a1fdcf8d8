using System.Globalization;
using System.Text;
using PactKit.Model;

namespace PactKit.Benchmarks;

/// <summary>The documents and pacts that are measured, made the same way each time.</summary>
internal static class Documents
{
    private const string Json = "application/json";

    /// <summary>A pact of this many interactions, each a GET with a response of twenty fields under rules.</summary>
    public static byte[] Pact(int interactions)
    {
        var text = new StringBuilder("""{"consumer":{"name":"bench"},"provider":{"name":"api"},"interactions":[""");
        for (var i = 0; i < interactions; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $$$"""{"type":"Synchronous/HTTP","description":"item {{{i}}}","request":{"method":"GET","path":"/items/{{{i}}}"},""")
                .Append("""  "response":{"status":200,"headers":{"Content-Type":["application/json"]},"body":{"contentType":"application/json","encoded":false,"content":""")
                .Append(Item(i)).Append("""},"matchingRules":{"body":{"$":{"matchers":[{"match":"type"}]},"$.f0":{"matchers":[{"match":"regex","regex":"value \\d+"}]},"$.id":{"matchers":[{"match":"integer"}]}}}}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append("""],"metadata":{"pactSpecification":{"version":"4.0"}}}""").ToString());
    }

    /// <summary>An object of an id and twenty fields.</summary>
    public static string Item(int id)
    {
        var fields = Enumerable.Range(0, 20).Select(field => $"\"f{field}\":\"value {id + field}\"");
        return $$"""{"id":{{id}},{{string.Join(',', fields)}}} """;
    }

    /// <summary>An array of about <paramref name="bytes"/> bytes.</summary>
    public static byte[] Array(int bytes)
    {
        var text = new StringBuilder("[");
        for (var i = 0; text.Length < bytes; i++) text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"name":"user {{i}}","active":true,"score":{{i}}.5}""");
        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }

    /// <summary>Objects nested <paramref name="depth"/> deep.</summary>
    public static byte[] Deep(int depth) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"a":1,"b":""", depth)) + "0" + new string('}', depth));

    public static Response Response(byte[] body, MatchingRules? rules = null) => new()
    {
        Headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = [Json] },
        Body = Body.Of(body),
        MatchingRules = rules ?? MatchingRules.None,
    };

    public static MatchingRules Rules(string path, MatchingRule rule) =>
        new() { Body = new Dictionary<string, RuleList> { [path] = RuleList.Of(rule) } };
}
