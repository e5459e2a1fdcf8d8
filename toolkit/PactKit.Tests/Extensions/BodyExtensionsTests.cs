using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using PactKit.Tests.PactNet;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;

namespace PactKit.Tests.Extensions;

/// <summary>Each kind of body goes over the mock server: what fits is taken, what does not is refused.</summary>
public sealed class BodyExtensionsTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("name=Ada&age=41&tag=x&tag=y", true)]
    [InlineData("tag=x&tag=y&age=41&name=Ada", true)]
    [InlineData("name=Ada&age=old&tag=x&tag=y", false)]
    [InlineData("name=Ada&tag=x&tag=y", false)]
    [InlineData("name=Ada&age=41&tag=y&tag=x", false)]
    public Task A_form_is_compared_field_by_field(string sent, bool fits) => SendAsync(
        request => request.WithFormBody(new { name = "Ada", age = Match.Regex("36", "^\\d+$"), tag = new[] { "x", "y" } }),
        () => new StringContent(sent, new MediaTypeHeaderValue("application/x-www-form-urlencoded")), fits);

    [Theory]
    [InlineData("Holiday", "image/png", true)]
    [InlineData("Summer", "image/png", true)]
    [InlineData("", "image/png", false)]
    [InlineData("Holiday", "text/plain", false)]
    public Task A_multipart_body_is_compared_part_by_part_with_any_boundary(string title, string photo, bool fits) => SendAsync(
        request => request.WithMultipartBody(parts => parts
            .Field("title", Match.Regex("Holiday", "^\\w+$")).Json("meta", new { id = Match.Integer(7) }).File("photo", "me.png", "image/png", Png)),
        () =>
        {
            var file = new ByteArrayContent(photo == "image/png" ? [.. Png, 1, 2, 3] : Encoding.UTF8.GetBytes("not an image at all")) { Headers = { ContentType = new(photo) } };
            return new MultipartFormDataContent("someboundary")
            {
                { new StringContent(title), "title" },
                { new StringContent("{\"id\":8}", Encoding.UTF8, "application/json"), "meta" },
                { file, "photo", "you.png" },
            };
        }, fits);

    [Theory]
    [InlineData("<order id='9'><line sku='B'>x</line></order>", true)]
    [InlineData("<order id='9'><line sku='B'>x</line><line sku='C'>y</line></order>", true)]
    [InlineData("<order id='nine'><line sku='B'>x</line></order>", false)]
    [InlineData("<order id='9'/>", false)]
    [InlineData("<bill id='9'><line sku='B'>x</line></bill>", false)]
    public Task An_XML_body_is_compared_by_the_rules_for_its_places(string sent, bool fits) => SendAsync(
        request => request.WithXmlBody("<order id=\"7\"><line sku=\"A\">tea</line></order>", rules => rules
            .Add("/order/@id", Match.Regex("7", "^\\d+$")).Add("/order/line/*", Match.Type("x")).Add("/order/line/@sku", Match.Type("A")).Add("/order/line", Match.Type("tea"))),
        () => new StringContent(sent, Encoding.UTF8, "application/xml"), fits);

    [Theory]
    [InlineData("id;8", true)]
    [InlineData("id;eight", false)]
    public Task A_text_is_matched_as_a_whole(string sent, bool fits) => SendAsync(
        request => request.WithBody(Match.Regex("id;7", "^id;\\d+$"), "text/csv"), () => new StringContent(sent, Encoding.UTF8, "text/csv"), fits);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public Task Bytes_are_these_or_any_of_their_type(bool anyOfType, bool fits) => SendAsync(
        request => request.WithBinaryBody(Png, "image/png", anyOfType),
        () => new ByteArrayContent([.. Png, 9, 9]) { Headers = { ContentType = new("image/png") } }, fits);

    [Fact]
    public async Task Every_kind_of_body_can_be_answered_with()
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        pact.UponReceiving("form").WithRequest(HttpMethod.Get, "/form").WillRespond().WithFormBody(new { a = "1 2" });
        pact.UponReceiving("xml").WithRequest(HttpMethod.Get, "/xml").WillRespond().WithXmlBody(new XDocument(new XElement("a", "b")));
        pact.UponReceiving("parts").WithRequest(HttpMethod.Get, "/parts").WillRespond().WithMultipartBody(parts => parts.Field("a", "b"));
        pact.UponReceiving("problem").WithRequest(HttpMethod.Get, "/problem").WillRespond().WithStatus(StatusClass.ClientError, 404).WithJsonBody(new { title = "no" }, "application/problem+json");
        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            Assert.Equal("a=1+2", await client.GetStringAsync("form"));
            Assert.Equal("<a>b</a>", await client.GetStringAsync("xml"));
            using var parts = await client.GetAsync("parts");
            Assert.StartsWith("multipart/form-data", parts.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            Assert.Contains("name=\"a\"", await parts.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var problem = await client.GetAsync("problem");
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType!.ToString()));
        });
        Assert.Contains("\"status\": \"clientError\"", _folder.Read("c-p.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_written_by_hand_may_hold_matchers()
    {
        await SendAsync(
            request => request.WithBody("""{"id":{"pact:matcher:type":"integer","value":1}}""", "application/json"),
            () => new StringContent("{\"id\":77}", Encoding.UTF8, "application/json"), fits: true);
        Assert.Contains("not JSON", Refusal(request => request.WithBody("{\"pact:matcher:type\"", "application/json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_that_make_no_sense_say_what_to_do()
    {
        Assert.Contains("pass an object", Refusal(request => request.WithFormBody(7)), StringComparison.Ordinal);
        Assert.Contains("The field \"a\"", Refusal(request => request.WithFormBody(new { a = new { b = 1 } })), StringComparison.Ordinal);
        Assert.Contains("use Match.Regex", Refusal(request => request.WithFormBody(new { a = Match.EachKey(new { b = 1 }, Match.Type("x")) })), StringComparison.Ordinal);
        Assert.Contains("add at least one", Refusal(request => request.WithMultipartBody(_ => { })), StringComparison.Ordinal);
        Assert.Contains("a part \"a\" already", Refusal(request => request.WithMultipartBody(parts => parts.Field("a", "1").Field("a", "2"))), StringComparison.Ordinal);
        Assert.Contains("not XML", Refusal(request => request.WithXmlBody("<a>")), StringComparison.Ordinal);
        Assert.Contains("no attribute @id", Refusal(request => request.WithXmlBody("<a/>", rules => rules.Add("/a/@id", Match.Type("x")))), StringComparison.Ordinal);
        Assert.Contains("no element b", Refusal(request => request.WithXmlBody("<a/>", rules => rules.Add("/a/b", Match.Type("x")))), StringComparison.Ordinal);
        Assert.Contains("begin with a slash", Refusal(request => request.WithXmlBody("<a/>", rules => rules.Add("a", Match.Type("x")))), StringComparison.Ordinal);
        Assert.Contains("use Match.Regex", Refusal(request => request.WithBody(Match.ArrayContains("a"), "text/plain")), StringComparison.Ordinal);
    }

    private static string Refusal(Action<IRequestBuilderV4> describe) => Assert.Throws<ArgumentException>(() => describe(Described.Request())).Message;

    private async Task SendAsync(Func<IRequestBuilderV4, IRequestBuilderV4> describe, Func<HttpContent> content, bool fits)
    {
        var pact = Pact.V4("c", "p", Config()).WithHttpInteractionsInMemory();
        describe(pact.UponReceiving("d").WithRequest(HttpMethod.Post, "/")).WillRespond().WithStatus(204);
        var run = pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            using var body = content();
            using var response = await client.PostAsync(new Uri("/", UriKind.Relative), body);
            Assert.Equal(fits ? HttpStatusCode.NoContent : HttpStatusCode.InternalServerError, response.StatusCode);
        });
        if (fits) await run;
        else await Assert.ThrowsAsync<PactFailureException>(() => run);
        Assert.Equal(fits, _folder.Has("c-p.json"));
    }

    private PactConfig Config() => new() { PactDir = _folder.Path, Outputters = [] };
}
