using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PactKit.Broker.Tests.Support;

/// <summary>Puts data into a broker the way clients do, over HTTP, and asks for it.</summary>
public sealed class TestData(HttpClient client)
{
    public const string Hal = "application/hal+json";

    public async Task<Answer> Send(HttpMethod method, string url, object? body = null, string contentType = "application/json", string accept = Hal)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.RelativeOrAbsolute));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(body))!.ToJsonString(), Encoding.UTF8);
            if (body is not HttpContent) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await client.SendAsync(request);
        // As sent, and before the body is read: the client's parsed headers are spelled its own way.
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    public Task<Answer> Get(string url, string accept = Hal) => Send(HttpMethod.Get, url, accept: accept);

    public Task<Answer> Post(string url, object? body, string contentType = "application/json") => Send(HttpMethod.Post, url, body, contentType);

    public Task<Answer> Put(string url, object? body = null, string contentType = "application/json") => Send(HttpMethod.Put, url, body ?? "{}", contentType);

    public Task<Answer> Patch(string url, object body, string contentType = "application/merge-patch+json") => Send(HttpMethod.Patch, url, body, contentType);

    public Task<Answer> Delete(string url) => Send(HttpMethod.Delete, url);

    /// <summary>Content that is unique for its name.</summary>
    public static string Content(string consumer, string provider, string distinct) => """
        {"consumer":{"name":"CONSUMER"},"provider":{"name":"PROVIDER"},"interactions":[{"description":"DISTINCT","request":{"method":"GET","path":"/"},"response":{"status":200}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}
        """.Replace("CONSUMER", consumer, StringComparison.Ordinal).Replace("PROVIDER", provider, StringComparison.Ordinal).Replace("DISTINCT", distinct, StringComparison.Ordinal);

    public static object PublishBody(string consumer, string number, string provider, string content, string? branch = null, string[]? tags = null, string? onConflict = null)
    {
        var contract = new Dictionary<string, object>
        {
            ["consumerName"] = consumer, ["providerName"] = provider, ["specification"] = "pact", ["contentType"] = "application/json",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content)),
        };
        if (onConflict is not null) contract["onConflict"] = onConflict;
        var body = new Dictionary<string, object> { ["pacticipantName"] = consumer, ["pacticipantVersionNumber"] = number, ["contracts"] = new[] { contract } };
        if (branch is not null) body["branch"] = branch;
        if (tags is not null) body["tags"] = tags;
        return body;
    }

    public async Task<Answer> Publish(string consumer, string number, string provider, string? content = null, string? branch = null, string[]? tags = null)
    {
        var answer = await Post("/contracts/publish", PublishBody(consumer, number, provider, content ?? Content(consumer, provider, number), branch, tags));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    public async Task Version(string pacticipant, string number, string? branch = null, params string[] tags)
    {
        await Ok(Put($"/pacticipants/{pacticipant}/versions/{number}"));
        if (branch is not null) await Ok(Put($"/pacticipants/{pacticipant}/branches/{Uri.EscapeDataString(branch)}/versions/{number}"));
        foreach (var tag in tags) await Ok(Put($"/pacticipants/{pacticipant}/versions/{number}/tags/{Uri.EscapeDataString(tag)}"));
    }

    /// <summary>Publishes a result through the pact of a consumer version.</summary>
    public async Task<Answer> Verify(string consumer, string number, string provider, string providerVersion, bool success)
    {
        var pact = await Get($"/pacts/provider/{provider}/consumer/{consumer}/version/{number}");
        return await Ok(PublishResult(pact.Link("pb:publish-verification-results"), providerVersion, success));
    }

    public Task<Answer> PublishResult(string url, string providerVersion, bool success) => Post(url, new { success, providerApplicationVersion = providerVersion });

    public async Task<string> Environment(string name, bool production = false)
    {
        var found = await Get($"/environments?name={name}");
        var existing = found.Json["_embedded"]!["environments"]!.AsArray();
        return existing.Count > 0 ? (string)existing[0]!["uuid"]! : (string)(await Ok(Post("/environments", new { name, production }))).Json["uuid"]!;
    }

    public async Task<Answer> Deploy(string pacticipant, string number, string environment, string? instance = null) =>
        await Ok(Post($"/pacticipants/{pacticipant}/versions/{number}/deployed-versions/environment/{await Environment(environment)}", instance is null ? new { } : new { applicationInstance = instance }));

    public async Task<Answer> Release(string pacticipant, string number, string environment) =>
        await Ok(Post($"/pacticipants/{pacticipant}/versions/{number}/released-versions/environment/{await Environment(environment)}", new { }));

    public static async Task<Answer> Ok(Task<Answer> sending)
    {
        var answer = await sending;
        Assert.True((int)answer.Status is >= 200 and < 300, $"{(int)answer.Status}: {answer.Text}");
        return answer;
    }
}

public sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    public string Link(string rel) => (string)Json["_links"]![rel]!["href"]!;
}
