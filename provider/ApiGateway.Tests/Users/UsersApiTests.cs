using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiGateway.Tests.Hosting;

namespace ApiGateway.Tests.Users;

/// <summary>The API over each database it supports; two sealed classes below name them.</summary>
public abstract class UsersApiTests
{
    private readonly HttpClient _client;

    protected UsersApiTests(ProductionGateway gateway)
    {
        Assert.SkipWhen(gateway.Unavailable is not null, gateway.Unavailable ?? "");
        gateway.DeleteUsers();
        _client = gateway.CreateClient();
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ProductionGateway.Token);
    }

    [Fact]
    public async Task A_created_user_can_be_found_where_Location_says()
    {
        var created = await PostAsync("Ada Lovelace", "Ada@Example.org");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var body = await JsonOf(created);
        var found = await JsonOf(await _client.GetAsync(created.Headers.Location));
        Assert.True(JsonNode.DeepEquals(body, found), $"{body} is not {found}");
        Assert.Equal("Ada@Example.org", (string?)found["email"]);
    }

    [Fact]
    public async Task An_unknown_user_is_not_found()
    {
        var response = await _client.GetAsync("/api/users/123456");

        await AssertProblem(response, HttpStatusCode.NotFound, "There is no user 123456.");
    }

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("ADA@EXAMPLE.ORG")]
    public async Task An_email_address_is_taken_whatever_its_case(string email)
    {
        await PostAsync("Ada", "ada@example.org");

        var response = await PostAsync("Somebody", email);

        await AssertProblem(response, HttpStatusCode.Conflict, $"Another user already has the e-mail address '{email}'.");
    }

    [Fact]
    public async Task Of_many_who_ask_for_one_email_address_at_once_one_gets_it()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PostAsync($"Ada {i}", "ada@example.org")));

        Assert.Equal(1, responses.Count(r => r.StatusCode == HttpStatusCode.Created));
        Assert.Equal(7, responses.Count(r => r.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"name":"","email":"ada@example.org"}""", "name")]
    [InlineData("""{"email":"ada@example.org"}""", "name")]
    [InlineData("""{"name":"Ada","email":"not an address"}""", "email")]
    [InlineData("""{"name":"Ada"}""", "email")]
    [InlineData("""{"name":null,"email":null}""", "name,email")]
    [InlineData("""{"name":"A\u0000da","email":"ada@example.org"}""", "name")]
    [InlineData("""{"name":"Ada","email":"a\u0000da@example.org"}""", "email")]
    public async Task An_invalid_user_is_refused_field_by_field(string draft, string fields)
    {
        using var content = new StringContent(draft, new MediaTypeHeaderValue("application/json"));
        var response = await _client.PostAsync("/api/users", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var errors = Assert.IsType<JsonObject>((await JsonOf(response))["errors"]);
        Assert.Equal(fields.Split(',').Order(), errors.Select(e => e.Key).Order());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_user_is_a_bad_request(string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        var response = await _client.PostAsync("/api/users", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_change_keeps_the_number_and_the_day_of_creation()
    {
        var before = await JsonOf(await PostAsync("Ada Lovelace", "ada@example.org"));

        var response = await _client.PutAsJsonAsync($"/api/users/{before["id"]}", new { name = "Ada King", email = "ada@example.org" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var after = await JsonOf(response);
        Assert.Equal("Ada King", (string?)after["name"]);
        Assert.Equal(before["id"]!.ToJsonString(), after["id"]!.ToJsonString());
        Assert.Equal(before["createdAt"]!.ToJsonString(), after["createdAt"]!.ToJsonString());
        Assert.Equal(1, (int?)(await SearchAsync("query=king"))["total"]);
        Assert.Equal(0, (int?)(await SearchAsync("query=lovelace"))["total"]);
    }

    [Fact]
    public async Task A_change_may_not_take_an_email_address()
    {
        await PostAsync("Grace", "grace@example.org");
        var ada = await JsonOf(await PostAsync("Ada", "ada@example.org"));

        var response = await _client.PutAsJsonAsync($"/api/users/{ada["id"]}", new { name = "Ada", email = "Grace@example.org" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Theory]
    [InlineData("query=zoë", 1)]
    [InlineData("query=ZOË", 1)]
    [InlineData("query=example.org", 3)]
    [InlineData("query=%25", 0)]
    [InlineData("query=_", 0)]
    [InlineData("query=", 3)]
    [InlineData("", 3)]
    public async Task A_search_looks_at_names_and_addresses_whatever_their_case(string query, int expected)
    {
        await PostAsync("Zoë Ångström", "zoe@example.org");
        await PostAsync("Ada Lovelace", "ada@example.org");
        await PostAsync("Grace Hopper", "grace@Example.org");

        Assert.Equal(expected, (int?)(await SearchAsync(query))["total"]);
    }

    [Fact]
    public async Task A_search_comes_in_pages()
    {
        for (var i = 0; i < 5; i++) await PostAsync($"User {i}", $"user{i}@example.org");

        var page = await SearchAsync("page=2&pageSize=2");

        Assert.Equal(["User 2", "User 3"], page["items"]!.AsArray().Select(u => (string?)u!["name"]));
        Assert.Equal((2, 2, 5), ((int)page["page"]!, (int)page["pageSize"]!, (int)page["total"]!));
        Assert.Empty((await SearchAsync("page=4&pageSize=2"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("query=a%00b", "query")]
    public async Task A_search_that_cannot_be_is_refused(string query, string field)
    {
        var response = await _client.GetAsync($"/api/users?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await JsonOf(response))["errors"]!.AsObject().ContainsKey(field));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer unknown")]
    [InlineData("Bearer")]
    [InlineData("Basic " + ProductionGateway.Token)]
    public async Task Only_a_known_token_may_write(string? authorization)
    {
        _client.DefaultRequestHeaders.Remove("Authorization");
        if (authorization is not null) _client.DefaultRequestHeaders.Add("Authorization", authorization);

        var create = await PostAsync("Ada", "ada@example.org");
        var update = await _client.PutAsJsonAsync("/api/users/1", new { name = "Ada", email = "ada@example.org" });

        Assert.Equal(HttpStatusCode.Unauthorized, create.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, update.StatusCode);
        Assert.Equal("Bearer", create.Headers.WwwAuthenticate.ToString());
        Assert.Equal(0, (int?)(await SearchAsync(""))["total"]);
    }

    private Task<HttpResponseMessage> PostAsync(string name, string email) =>
        _client.PostAsJsonAsync("/api/users", new { name, email });

    private async Task<JsonNode> SearchAsync(string query) => await JsonOf(await _client.GetAsync($"/api/users?{query}"));

    private static async Task<JsonNode> JsonOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return JsonNode.Parse(text) ?? throw new JsonException($"Not an answer: {text}");
    }

    private static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(detail, (string?)(await JsonOf(response))["detail"]);
    }
}
