using System.Text;
using PactKit.Model;
using PactKit.Tests.Extensions;
using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.Witness;

/// <summary>What our own matchers and bodies write, with values that fit and values that do not: both engines are to judge alike.</summary>
internal static class DslFacts
{
    private static readonly (string Name, string Value)[] Json = [("Content-Type", "application/json")];

    public static IEnumerable<ResponseFact> Responses => [.. Matchers(), .. Generators(), .. Dtos(), .. Statuses(), .. Bodies()];

    public static IEnumerable<RequestFact> Requests => [.. Forms(), .. Multiparts(), .. Markup()];

    private static IEnumerable<ResponseFact> Matchers()
    {
        foreach (var (name, row) in MatchExtensionsTests.Table)
        foreach (var value in row.Taken.Concat(row.Refused).Append(row.Example).Distinct())
            yield return Of($"Match: {name} against {value}", Described.Response().WithJsonBody(new { value = row.Matcher }), $$"""{"value":{{value}}}""", Json);
    }

    private static IEnumerable<ResponseFact> Generators()
    {
        foreach (var (name, row) in GenerateTests.Table)
        foreach (var value in new[] { "7", "1.5", "true", "\"x\"", "\"2026-11-22\"", "\"20:15\"" })
            yield return Of($"Generate: {name} against {value}", Described.Response().WithJsonBody(new { value = row.Matcher }), $$"""{"value":{{value}}}""", Json);
    }

    private static IEnumerable<ResponseFact> Dtos()
    {
        var example = new { id = 7, email = "a@b.c", lines = new[] { new { sku = "A-1", count = 2 } } };
        var matcher = Match.Like(example).With(order => order.email, Match.Regex("a@b.c", "^.+@.+$")).WithAtLeast(order => order.lines, 1)
            .With(order => order.lines[0].sku, Match.Regex("A-1", "^[A-Z]-\\d$"));
        foreach (var body in new[]
        {
            """{"id":1,"email":"x@y","lines":[{"sku":"Z-9","count":1},{"sku":"B-1","count":7}]}""", """{"id":1,"email":"x@y","lines":[]}""",
            """{"id":1,"email":"x","lines":[{"sku":"Z-9","count":1}]}""", """{"id":1,"email":"x@y","lines":[{"sku":"no","count":1}]}""", """{"id":"1","email":"x@y","lines":[{"sku":"Z-9","count":1}]}""",
        })
            yield return Of($"Match.Like against {body}", Described.Response().WithJsonBody(matcher), body, Json);
    }

    private static IEnumerable<ResponseFact> Statuses()
    {
        foreach (var code in new[] { 200, 204, 302, 404, 500 })
        {
            foreach (var status in Enum.GetValues<StatusClass>())
                yield return Of($"WithStatus({status}) against {code}", Described.Response().WithStatus(status), "", [], code);
            yield return Of($"Match.Status(200, 204) against {code}", Described.Response().WithStatus(Match.Status(200, 204)), "", [], code);
        }
    }

    private static IEnumerable<ResponseFact> Bodies()
    {
        var xml = Described.Response().WithXmlBody("<order id=\"7\"><line sku=\"A\">tea</line></order>", rules => rules
            .Add("/order/@id", Match.Regex("7", "^\\d+$")).Add("/order/line/*", Match.Type("x")).Add("/order/line/@sku", Match.Type("A")).Add("/order/line", Match.Type("tea")));
        foreach (var body in new[] { "<order id='9'><line sku='B'>x</line><line sku='C'>y</line></order>", "<order id='nine'><line sku='B'>x</line></order>", "<order id='9'/>", "<bill id='9'><line sku='B'>x</line></bill>" })
            yield return Of($"WithXmlBody against {body}", xml, body, [("Content-Type", "application/xml")]);
        foreach (var body in new[] { "name=Ada&age=41", "age=41&name=Ada", "name=Ada&age=old", "name=Ada" })
            yield return Of($"WithFormBody against {body}", Described.Response().WithFormBody(new { name = "Ada", age = Match.Regex("36", "^\\d+$") }), body, [("Content-Type", FormExample.ContentType)]);
        foreach (var body in new[] { "id;8", "id;eight" })
            yield return Of($"WithBody(matcher) against {body}", Described.Response().WithBody(Match.Regex("id;7", "^id;\\d+$"), "text/csv"), body, [("Content-Type", "text/csv")]);
    }

    private static IEnumerable<RequestFact> Forms()
    {
        var expected = Request(request => request.WithFormBody(new { name = "Ada", age = Match.Regex("36", "^\\d+$"), tag = new[] { "x", "y" } }));
        foreach (var body in new[] { "name=Ada&age=41&tag=x&tag=y", "name=Ada&age=old&tag=x&tag=y", "name=Ada&age=41&tag=y&tag=x", "name=Ada&age=41&tag=x&tag=y&more=1" })
            yield return Post($"WithFormBody: {body}", expected, body, FormExample.ContentType);
    }

    private static IEnumerable<RequestFact> Multiparts()
    {
        var expected = Request(request => request.WithMultipartBody(parts => parts.Field("title", Match.Regex("Holiday", "^\\w+$")).Json("meta", new { id = Match.Integer(7) }, "meta.json")
            .File("doc", "a.txt", "text/plain", "some text"u8.ToArray(), anyOfType: false)));
        foreach (var (title, meta, doc) in new[] { ("Summer", "8", "some text"), ("", "8", "some text"), ("Summer", "\"8\"", "some text"), ("Summer", "8", "other text") })
        {
            var body = $"--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n{title}\r\n--b\r\nContent-Disposition: form-data; name=\"meta\"; filename=\"blob\"\r\nContent-Type: application/json\r\n\r\n{{\"id\":{meta}}}\r\n"
                + $"--b\r\nContent-Disposition: form-data; name=\"doc\"; filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\n{doc}\r\n--b--\r\n";
            yield return Post($"WithMultipartBody: {title}, {meta}, {doc}", expected, body, "multipart/form-data; boundary=b");
        }
    }

    private static IEnumerable<RequestFact> Markup()
    {
        var expected = Request(request => request.WithXmlBody("<a id=\"1\">x</a>", rules => rules.Add("/a/@id", Match.Regex("1", "^\\d+$"))));
        foreach (var body in new[] { "<a id=\"2\">x</a>", "<a id=\"z\">x</a>", "<a id=\"2\">y</a>" }) yield return Post($"WithXmlBody: {body}", expected, body, "application/xml");
    }

    private static string Request(Func<IRequestBuilderV4, IRequestBuilderV4> describe) =>
        Described.Json(describe(Described.Request().WithRequest("POST", "{path}")), PactSpecification.V3)["request"]!.ToJsonString();

    private static RequestFact Post(string name, string expected, string body, string type) =>
        new(name, expected, Method: "POST", Body: Encoding.UTF8.GetBytes(body), Headers: [("Content-Type", type)]);

    private static ResponseFact Of(string name, IResponseBuilderV4 expected, string body, (string Name, string Value)[] headers, int status = 200) =>
        new(name, Described.Json(expected)["response"]!.ToJsonString(), Encoding.UTF8.GetBytes(body), headers, status, "4.0");
}
