using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Docs;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Docs;

/// <summary>The OpenAPI document against the broker it describes.</summary>
public abstract class OpenApiTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    // Any operation may answer these; they are provoked elsewhere.
    private static readonly int[] OfAny = [401, 406, 413, 500];

    private async Task<JsonObject> Document() => (await Given.Get("/openapi.json", "application/json")).Json.AsObject();

    [Fact]
    public async Task The_index_leads_to_the_document()
    {
        var index = await Given.Get("/");
        var answer = await Given.Get(index.Link("service-desc"), "*/*");
        Assert.Equal("application/json;charset=utf-8", answer.ContentType);
        Assert.StartsWith("3.1", (string?)answer.Json["openapi"], StringComparison.Ordinal);
        Assert.Equal("http://example.org", (string?)answer.Json["servers"]![0]!["url"]);
    }

    [Fact]
    public async Task Every_route_is_described_and_every_description_is_a_route()
    {
        var routes = Fixture.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Where(route => !route.StartsWith("OPTIONS ", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();

        var described = (await Document())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(item => item.Key != "parameters").Select(item => $"{item.Key.ToUpperInvariant()} {(path.Key == "/openapi.json" ? "/openapi" : path.Key)}"))
            .Order(StringComparer.Ordinal).ToList();

        Assert.Equal(routes, described);
        Assert.True(described.Count > 140, $"only {described.Count}");
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_placeholder_is_a_parameter()
    {
        var document = await Document();
        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.All(References(document), reference => Assert.True(schemas.ContainsKey(reference["#/components/schemas/".Length..]), reference));
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var placeholders = path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}'));
            Assert.Equal(placeholders, item!["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!) ?? []);
        }
    }

    [Fact]
    public async Task Every_operation_answers_what_is_described_and_nothing_else()
    {
        var wrong = new List<string>();
        var provoke = new OperationProbe(Fixture, Given);
        foreach (var operation in Operations.All)
        {
            var seen = await provoke.StatusesAsync(operation);
            var undescribed = seen.Except(operation.Statuses).Except(OfAny).ToList();
            var never = operation.Statuses.Except(seen).Except([500]).ToList();
            if (undescribed.Count > 0) wrong.Add($"{operation.Method} {operation.Path} answered {string.Join(' ', undescribed)}, which is not described");
            if (never.Count > 0) wrong.Add($"{operation.Method} {operation.Path} is said to answer {string.Join(' ', never)}, and did not");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(property => property.Key == "$ref" ? [(string)property.Value!] : References(property.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}

public sealed class OpenApiOnSqliteTests(SqliteBroker db) : OpenApiTests<SqliteBroker>(db);

public sealed class OpenApiOnPostgresTests(PostgresBroker db) : OpenApiTests<PostgresBroker>(db);
