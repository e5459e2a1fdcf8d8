using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>Every route with hostile input: never a server error, never silence, always a shape that clients know.</summary>
public abstract class FuzzTests<TDb>(TDb db) : IClassFixture<TDb> where TDb : LiveDatabase
{
    private const int Workers = 3;
    private const int RequestsPerWorker = 1500;
    // All requests fit into a few seconds on a machine that has nothing else to do.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Nothing_sent_breaks_the_server()
    {
        Assert.SkipWhen(db.SkipReason is not null, db.SkipReason ?? "");
        using var client = db.Broker.CreateClient();
        var known = await KnownAsync(new TestData(client));
        var routes = Routes();
        Assert.True(routes.Count > 150, $"only {routes.Count} routes");
        var findings = new ConcurrentQueue<string>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(1, Workers).Select(seed => Task.Run(() => WorkAsync(seed, routes, known, watch, findings))));
        Assert.True(findings.IsEmpty, string.Join("\n", findings.Take(25)));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await new TestData(client).Publish("Afterwards", "1", "Bar")).Status);
    }

    private async Task WorkAsync(int seed, List<(string Pattern, string Method)> routes, Dictionary<string, string[]> known, Stopwatch watch, ConcurrentQueue<string> findings)
    {
        var hostile = new Hostile(new Random(seed), routes, known);
        using var client = db.Broker.CreateClient();
        for (var i = 0; i < RequestsPerWorker && watch.Elapsed < Limit; i++)
        {
            // Some requests delete what others need.
            if (i % 150 == 0) await KnownAsync(new TestData(client));
            var request = hostile.Next();
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                var answer = await RawHttp.SendAsync(db.Broker.Address, request, limit.Token);
                if (Objection(request, answer) is { } objection) findings.Enqueue($"seed {seed}, {i}: {request}\n   {answer.Status} {answer.ContentType} {answer.Text[..Math.Min(300, answer.Text.Length)]}\n   {objection}");
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException or InvalidDataException)
            {
                findings.Enqueue($"seed {seed}, {i}: {request}\n   {failure.Message}");
            }
        }
    }

    /// <summary>What is wrong with an answer; null when it is one that the API describes.</summary>
    private static string? Objection(RawRequest request, RawAnswer answer)
    {
        if (answer.Status == 501 && request.Method == "BREW") return answer.Body.Length == 0 ? null : "should have no body";
        if (answer.Status >= 500) return "a server error";
        // The server itself refuses request lines that it cannot read, with nothing but a status.
        if (!answer.IsOfBroker) return answer.Status is 400 or 405 or 414 or 431 ? null : "not said by the broker";
        if (request.Method == "HEAD") return answer.Body.Length == 0 ? null : "HEAD with a body";
        if (answer.Status is 405 or 406 or 415) return answer.Body.Length == 0 ? null : "should have no body";
        if (answer.Status < 400) return answer.ContentType.Contains("json", StringComparison.Ordinal) && answer.Body.Length > 0 && Read(answer) is null ? "not JSON" : null;
        // A page: with its form, or that there is nothing.
        if (answer.Status is 400 or 404 && answer.ContentType.StartsWith("text/html", StringComparison.Ordinal)) return null;
        if (answer.Status == 409 && (answer.Body.Length == 0 || answer.ContentType.StartsWith("text/plain", StringComparison.Ordinal))) return null;
        if (answer.Status is not (400 or 404 or 409 or 413 or 422)) return "an unexpected status";
        if (Read(answer) is not JsonObject body) return "not a JSON object";
        return answer.ContentType switch
        {
            "application/problem+json;charset=utf-8" => body["title"] is not null && body["type"] is not null && body["status"] is not null ? null : "an incomplete problem",
            "application/hal+json;charset=utf-8" or "application/json;charset=utf-8" => body["error"] is JsonValue || body["errors"] is JsonObject or JsonArray ? null : "neither error nor errors",
            _ => "an unexpected type",
        };
    }

    private static JsonNode? Read(RawAnswer answer)
    {
        try
        {
            return JsonNode.Parse(answer.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private List<(string Pattern, string Method)> Routes() => db.Broker.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (Pattern: "/" + endpoint.RoutePattern.RawText!.Trim('/'), Method: method)))
        .Where(route => route.Pattern != "/test/error")
        .Distinct().OrderBy(route => route.Pattern, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal).ToList();

    private static async Task<Dictionary<string, string[]>> KnownAsync(TestData given)
    {
        await given.Post("/contracts/publish", TestData.PublishBody("Foo", "1", "Bar", TestData.Content("Foo", "Bar", "1"), "main", ["prod"]));
        await given.Put("/pacticipants/Bar/versions/1/tags/prod");
        await given.Put("/pacticipants/Foo/labels/x");
        await given.Post("/environments", new { name = "test", production = false });
        var pact = await given.Get("/pacts/provider/Bar/consumer/Foo/version/1");
        var sha = pact.Status == System.Net.HttpStatusCode.OK ? pact.Link("pb:pact-version").Split('/')[^1] : "x";
        var environments = (await given.Get("/environments")).Json["_embedded"]!["environments"]!.AsArray();
        var environment = environments.Count > 0 ? (string)environments[0]!["uuid"]! : "x";
        await given.Post($"/pacticipants/Foo/versions/1/deployed-versions/environment/{environment}", "{}");
        await given.Post($"/pacts/provider/Bar/consumer/Foo/pact-version/{sha}/verification-results", new { success = true, providerApplicationVersion = "1" });
        await given.Put("/webhooks/00000000-0000-0000-0000-000000000001", """{"enabled":false,"events":[{"name":"contract_published"}],"request":{"method":"POST","url":"https://127.0.0.1:1/"}}""");
        return new Dictionary<string, string[]>
        {
            ["pacticipant"] = ["Foo", "Bar"], ["consumer"] = ["Foo"], ["provider"] = ["Bar"], ["number"] = ["1"], ["other"] = ["1"], ["branch"] = ["main"], ["tag"] = ["prod"], ["toTag"] = ["prod"], ["providerTag"] = ["prod"],
            ["environment"] = ["test"], ["label"] = ["x"], ["sha"] = [sha], ["otherSha"] = [sha], ["metadata"] = ["c3NbXVtsXT10cnVl"], ["uuid"] = [environment, "00000000-0000-0000-0000-000000000001"],
        };
    }
}

public sealed class FuzzOnSqliteTests(LiveSqlite db) : FuzzTests<LiveSqlite>(db);

public sealed class FuzzOnPostgresTests(LivePostgres db) : FuzzTests<LivePostgres>(db);
