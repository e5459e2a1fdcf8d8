using System.Net;
using System.Text;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Hal;

public abstract class ErrorTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const string HalUtf8 = "application/hal+json;charset=utf-8";
    private const string Problem = "application/problem+json;charset=utf-8";
    private const string Both = "application/hal+json, application/problem+json";

    [Fact]
    public async Task An_unknown_pacticipant_is_a_single_message()
    {
        var answer = await Given.Get("/pacticipants/Nope");
        Assert.Equal((HttpStatusCode.NotFound, HalUtf8), (answer.Status, answer.ContentType));
        Assert.Equal("""{"error":"No pacticipant with name 'Nope' found"}""", answer.Text.Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_pacticipant_is_a_problem_when_asked_for()
    {
        var answer = await Given.Get("/pacticipants/Nope", Both);
        Assert.Equal((HttpStatusCode.NotFound, Problem), (answer.Status, answer.ContentType));
        Assert.Equal(("Not found", "http://example.org/problem/not-found", 404), ((string)answer.Json["title"]!, (string)answer.Json["type"]!, (int)answer.Json["status"]!));
    }

    [Fact]
    public async Task A_problem_alone_is_not_offered_by_a_known_route()
    {
        var answer = await Given.Get("/pacticipants/Nope", "application/problem+json");
        Assert.Equal((HttpStatusCode.NotAcceptable, ""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("GET", "/pacticipants/Nope")]
    [InlineData("GET", "/pacts/provider/Bar/consumer/Nope/latest")]
    [InlineData("DELETE", "/pacticipants/Nope")]
    [InlineData("PUT", "/environments/nope")]
    public async Task Beside_a_problem_alone_what_is_decided_after_negotiation_is_not_acceptable(string method, string url)
    {
        var body = method == "PUT" ? """{"name":"x","production":false}""" : null;
        var answer = await Given.Send(new HttpMethod(method), url, body, accept: "application/problem+json");
        Assert.Equal((HttpStatusCode.NotAcceptable, "", null), (answer.Status, answer.Text, answer.ContentType));
    }

    [Theory]
    [InlineData("GET", "/matrix?q[][version]=1", null)]
    [InlineData("GET", "/pacticipants?page=0", null)]
    [InlineData("POST", "/environments", """{"name":"my env"}""")]
    [InlineData("POST", "/environments", "{")]
    public async Task Beside_a_problem_alone_what_is_decided_before_negotiation_is_a_problem(string method, string url, string? body)
    {
        var answer = await Given.Send(new HttpMethod(method), url, body, accept: "application/problem+json");
        Assert.Equal((HttpStatusCode.BadRequest, Problem), (answer.Status, answer.ContentType));
        Assert.Equal(Problem, (await Given.Get("/nothing/here", "application/problem+json")).ContentType);
    }

    [Theory]
    [InlineData("POST", "/pacticipants", """{"name":"New"}""", "application/problem+json")]
    [InlineData("POST", "/pacticipants", """{"name":"New"}""", "text/csv")]
    [InlineData("PUT", "/pacticipants/New/branches/main/versions/1", "{}", "application/problem+json")]
    [InlineData("PUT", "/pacticipants/New/versions/1/tags/dev", "{}", "application/problem+json")]
    [InlineData("PUT", "/pacts/provider/Bar/consumer/New/version/1", """{"interactions":[]}""", "application/problem+json")]
    [InlineData("POST", "/contracts/publish", """{"pacticipantName":"New","pacticipantVersionNumber":"1","contracts":[{"consumerName":"New","providerName":"Bar","specification":"pact","contentType":"application/json","content":"e30="}]}""", "application/problem+json")]
    [InlineData("POST", "/environments", """{"name":"new","production":false}""", "application/problem+json")]
    [InlineData("POST", "/webhooks", """{"request":{"method":"POST","url":"https://example.org"}}""", "application/problem+json")]
    [InlineData("POST", "/webhooks/execute", """{"request":{"method":"POST","url":"https://localhost:1"}}""", "application/problem+json")]
    [InlineData("DELETE", "/pacticipants/Old", null, "application/problem+json")]
    [InlineData("DELETE", "/integrations", null, "application/problem+json")]
    public async Task What_is_not_acceptable_is_not_done(string method, string url, string? body, string accept)
    {
        await Given.Publish("Old", "1", "Bar", branch: "main");
        var before = await StateAsync();
        var answer = await Given.Send(new HttpMethod(method), url, body, accept: accept);
        Assert.Equal((HttpStatusCode.NotAcceptable, ""), (answer.Status, answer.Text));
        Assert.False(answer.Headers.ContainsKey("Location"));
        Assert.Equal(before, await StateAsync());
    }

    private async Task<string> StateAsync() =>
        string.Concat((await Given.Get("/pacticipants")).Text, (await Given.Get("/pacts/latest")).Text, (await Given.Get("/environments")).Text, (await Given.Get("/webhooks")).Text);

    [Theory]
    [InlineData("/favicon.svg", "image/avif,image/webp,image/svg+xml,*/*;q=0.8", "image/svg+xml;charset=utf-8")]
    [InlineData("/favicon.ico", "image/*", "image/x-icon")]
    [InlineData("/favicon.ico", "*/*", "image/x-icon")]
    public async Task A_browser_finds_the_mark_for_its_tab(string url, string accept, string type)
    {
        var answer = await Given.Get(url, accept);
        Assert.Equal((HttpStatusCode.OK, type), (answer.Status, answer.ContentType));
        Assert.NotEmpty(answer.Text);
        Assert.Contains("""<link rel="icon" href="/favicon.svg" """, (await Given.Get("/", "text/html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_links_to_its_description_as_to_everything_else()
    {
        var links = (await Given.Get("/")).Json["_links"]!.AsObject();
        Assert.Equal(["href", "templated", "title"], links["service-desc"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.All(links.Where(link => link.Key != "curies"), link => Assert.StartsWith("http://example.org", (string)link.Value!["href"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("text/csv")]
    [InlineData("*/*")]
    public async Task A_group_is_csv_whoever_asks(string accept)
    {
        await Given.Publish("Foo", "1", "Bar");
        var answer = await Given.Get("/groups/Foo", accept);
        Assert.Equal((HttpStatusCode.OK, "text/csv;charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task Only_utf8_is_offered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pacticipants");
        request.Headers.Add("Accept-Charset", "iso-8859-1");
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Client.SendAsync(request)).StatusCode);
        using var fine = new HttpRequestMessage(HttpMethod.Get, "/pacticipants");
        fine.Headers.Add("Accept-Charset", "utf-8");
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(fine)).StatusCode);
    }

    [Fact]
    public async Task A_browser_gets_a_page_for_what_is_not_there()
    {
        var answer = await Given.Get("/nothing/here", "text/html");
        Assert.Equal((HttpStatusCode.NotFound, "text/html;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Contains("Not found", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Pacticipants")]
    [InlineData("/pacticipants/Foo/VERSIONS")]
    public async Task A_fixed_segment_is_written_as_it_is(string url)
    {
        await Given.Version("Foo", "1");
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get("http://example.org" + url)).Status);
    }

    [Theory]
    [InlineData("Latest")]
    [InlineData("VERSIONS")]
    [InlineData("Branch")]
    public async Task A_name_that_looks_like_a_fixed_segment_is_a_name(string branch)
    {
        await Given.Publish("Foo", "1", "Bar", branch: branch);
        await Given.Publish("Foo", "2", "Bar", branch: "main");
        var list = await Given.Get($"/pacts/provider/Bar/branch/{branch}");
        Assert.Single(list.Json["_links"]!["pb:pacts"]!.AsArray());
        Assert.Equal($"http://example.org/pacts/provider/Bar/branch/{branch}", list.Link("self"));
        Assert.Single((await Given.Get($"/pacts/provider/Bar/consumer/Foo/branch/{branch}")).Json["_embedded"]!["pacts"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_route_is_plain_json()
    {
        var answer = await Given.Get("/nothing/here");
        Assert.Equal((HttpStatusCode.NotFound, "application/json;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.NotNull(answer.Json["error"]);
        Assert.Equal("/problem/not-found", (string?)(await Given.Get("/nothing/here", Both)).Json["type"]);
    }

    [Fact]
    public async Task Validation_errors_are_keyed_by_field()
    {
        var answer = await Given.Post("/environments", new { name = "my env" });
        Assert.Equal((HttpStatusCode.BadRequest, HalUtf8), (answer.Status, answer.ContentType));
        Assert.Equal("""{"errors":{"name":["cannot contain spaces"],"production":["is missing"]}}""", answer.Text);
    }

    [Fact]
    public async Task Validation_problems_point_to_the_field()
    {
        var answer = await Given.Send(HttpMethod.Post, "/environments", new { name = "my env" }, accept: Both);
        Assert.Equal((HttpStatusCode.BadRequest, Problem), (answer.Status, answer.ContentType));
        Assert.Equal("http://example.org/problems/validation-error", (string?)answer.Json["type"]);
        Assert.Equal("http://example.org/problems/missing-body-property", (string?)answer.Json["errors"]![1]!["type"]);
        Assert.Equal("/production", (string?)answer.Json["errors"]![1]!["pointer"]);
    }

    [Fact]
    public async Task Setting_a_deployment_back_is_unprocessable()
    {
        await Given.Version("Foo", "1");
        var deployed = await Given.Deploy("Foo", "1", "test");
        var url = deployed.Link("self");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Patch(url, new { currentlyDeployed = true })).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Given.Patch(url, new { currentlyDeployed = false }, "application/json")).Status);
    }

    [Fact]
    public async Task A_method_that_a_resource_does_not_have_is_refused_with_those_it_has()
    {
        var answer = await Given.Send(HttpMethod.Delete, "/");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, ""), (answer.Status, answer.Text));
        Assert.Equal("GET, OPTIONS", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task A_method_that_nobody_knows_is_not_implemented()
    {
        var answer = await Given.Send(new HttpMethod("BREW"), "/pacticipants");
        Assert.Equal((HttpStatusCode.NotImplemented, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Options_lists_the_methods()
    {
        var answer = await Given.Send(HttpMethod.Options, "/pacticipants/Foo");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("GET, PUT, PATCH, DELETE, OPTIONS", answer.Headers["Access-Control-Allow-Methods"]);
    }

    [Fact]
    public async Task A_wrong_media_type_has_an_empty_body()
    {
        var answer = await Given.Put("/pacticipants/Foo/versions/1/tags/prod", "x", "text/plain");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("//pacticipants")]
    [InlineData("/pacticipants//Foo")]
    public async Task Two_slashes_are_not_found(string url)
    {
        var answer = await Given.Get("http://example.org" + url);
        Assert.Equal((HttpStatusCode.NotFound, Problem), (answer.Status, answer.ContentType));
    }

    [Theory]
    [InlineData("/pacticipants/a%0Ab")]
    [InlineData("/pacticipants/a%09b")]
    [InlineData("/pacticipants?q=a%00b")]
    public async Task Control_characters_in_a_path_are_unprocessable(string url) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Given.Get(url)).Status);

    [Theory]
    [InlineData("POST", "/pacticipants")]
    [InlineData("POST", "/environments")]
    [InlineData("POST", "/webhooks")]
    [InlineData("POST", "/contracts/publish")]
    [InlineData("PUT", "/pacticipants/Foo")]
    [InlineData("PATCH", "/pacticipants/Foo")]
    [InlineData("PUT", "/pacts/provider/Bar/consumer/Foo/version/1")]
    [InlineData("PATCH", "/pacts/provider/Bar/consumer/Foo/version/1")]
    [InlineData("PUT", "/pacticipants/Foo/versions/1")]
    [InlineData("PUT", "/pacticipants/Foo/branches/main/versions/1")]
    [InlineData("POST", "/pacts/provider/Bar/for-verification")]
    [InlineData("POST", "/pacts/provider/Bar/consumer/Foo/pact-version/abc/verification-results")]
    [InlineData("POST", "/webhooks/execute")]
    public async Task Bad_bodies_are_refused_and_never_a_server_error(string method, string url)
    {
        string[] bodies = ["{", "[]", "[1]", "\"text\"", "null", "{\"a\":1,}", "{\"name\":\"\\ud83d\"}", new string('[', 60) + "1" + new string(']', 60), "NaN"];
        foreach (var body in bodies)
        {
            var answer = await Given.Send(new HttpMethod(method), url, body);
            Assert.True((int)answer.Status == 400, $"{body}: {(int)answer.Status} {answer.Text}");
        }

        using var notUtf8 = new ByteArrayContent(Encoding.Latin1.GetBytes("{\"name\":\"ü\"}"));
        notUtf8.Headers.ContentType = new("application/json");
        var refused = await Given.Send(new HttpMethod(method), url, notUtf8);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("position 10", (string)refused.Json["error"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"pacticipantName":1,"pacticipantVersionNumber":[],"branch":{},"tags":"x","contracts":{}}""")]
    [InlineData("""{"pacticipantName":"Foo","pacticipantVersionNumber":"1","contracts":[null,1,{"content":1}]}""")]
    [InlineData("""{"pacticipantName":"Foo","pacticipantVersionNumber":"1","contracts":[]}""")]
    [InlineData("""{"pacticipantName":"Foo","pacticipantVersionNumber":"1","tags":[null,1,""],"contracts":[]}""")]
    [InlineData("""{"pacticipantName":"a\u0000b","pacticipantVersionNumber":"1\u0000","branch":"\u0000","contracts":[]}""")]
    public async Task Bad_publish_requests_are_refused(string body)
    {
        var answer = await Given.Post("/contracts/publish", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Json["errors"]!.AsObject());
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("size=abc")]
    [InlineData("page=99999999999999999999&size=1")]
    [InlineData("pageNumber=0&pageSize=1")]
    public async Task Bad_page_numbers_are_refused(string query)
    {
        var answer = await Given.Get("/pacticipants?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Json["errors"]!.AsObject());
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty_and_points_back()
    {
        await Given.Version("Foo", "1");
        var answer = await Given.Get("/pacticipants?page=7&size=2");
        Assert.Empty(answer.Json["_embedded"]!["pacticipants"]!.AsArray());
        Assert.Equal("http://example.org/pacticipants?size=2&page=6", answer.Link("previous"));
        Assert.Null(answer.Json["_links"]!["next"]);
    }

    [Theory]
    [InlineData("'; DROP TABLE versions; --")]
    [InlineData("it's")]
    [InlineData("ünï/cödé 100%")]
    [InlineData("a+b c")]
    [InlineData("emoji 🎉")]
    public async Task Any_name_is_just_a_name(string name)
    {
        var encoded = Uri.EscapeDataString(name);
        Assert.Equal(HttpStatusCode.Created, (await Given.Put($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}")).Status);
        var tag = await Given.Get($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}");
        Assert.Equal(name, (string?)tag.Json["name"]);
        Assert.EndsWith($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}", tag.Link("self"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await Given.Delete($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Given.Get($"/pacticipants/{encoded}/versions/{encoded}/tags/{encoded}")).Status);
    }

    [Fact]
    public async Task An_unexpected_failure_has_a_reference_and_no_details()
    {
        var answer = await Given.Get("/test/error");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Matches("^[A-Z]{10}$", (string)answer.Json["error"]!["reference"]!);
        Assert.DoesNotContain("test error", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_type_has_no_space() => Assert.Equal(HalUtf8, (await Given.Get("/")).ContentType);

    [Fact]
    public async Task A_trailing_slash_and_a_json_suffix_make_no_difference()
    {
        await Given.Version("Foo", "1");
        Assert.Equal(HttpStatusCode.OK, (await Given.Get("/pacticipants/Foo/")).Status);
        Assert.Equal(HalUtf8, (await Given.Get("/pacticipants/Foo.json", "text/html")).ContentType);
    }
}

public sealed class ErrorOnSqliteTests(SqliteBroker db) : ErrorTests<SqliteBroker>(db);

public sealed class ErrorOnPostgresTests(PostgresBroker db) : ErrorTests<PostgresBroker>(db);
