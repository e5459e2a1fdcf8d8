using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Broker.Hal;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Docs;

/// <summary>The OpenAPI document, made of <see cref="Operations"/>.</summary>
internal static class OpenApi
{
    private const string Hal = "application/hal+json";
    private static readonly string Schemas = Assets.Read("schemas.json");

    public static void MapOpenApi(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi", (BrokerRequest request) =>
        new TextResult(Document(request.Urls.Base).ToJsonString(new JsonSerializerOptions { Encoder = HalDocument.WriterOptions.Encoder }), MediaTypes.Json));

    internal static JsonObject Document(string baseUrl)
    {
        var paths = new JsonObject();
        foreach (var resource in Operations.All.GroupBy(operation => operation.Path))
        {
            var item = new JsonObject();
            var parameters = Parameters(resource.Key);
            if (parameters.Count > 0) item["parameters"] = parameters;
            foreach (var operation in resource) item[operation.Method.ToLowerInvariant()] = Describe(operation);
            paths[Spelled(resource.Key)] = item;
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Pact Broker",
                ["version"] = BrokerHeaders.Version,
                ["description"] = "Resources are linked; start at the index and follow the relations. Names in paths are percent-encoded as a whole, so that feat/x is feat%2Fx. HEAD is answered as GET without body, OPTIONS lists the methods of a resource.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = baseUrl }),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["basic"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic" } },
                ["schemas"] = JsonNode.Parse(Schemas),
            },
        };
    }

    /// <summary>The path as it is asked for: the suffix chooses the type, and routing does not see it.</summary>
    internal static string Spelled(string path) => path == "/openapi" ? "/openapi.json" : path;

    private static JsonArray Parameters(string path) => [.. path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => Parameter(segment.Trim('{', '}'), "path", required: true))];

    private static JsonObject Parameter(string name, string place, bool required)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["schema"] = new JsonObject { ["type"] = "string" } };
        if (required) parameter["required"] = true;
        return parameter;
    }

    private static JsonObject Describe(Operation operation)
    {
        var described = new JsonObject { ["tags"] = new JsonArray(operation.Tag), ["summary"] = operation.Summary };
        if (operation.Query.Count > 0) described["parameters"] = new JsonArray([.. operation.Query.Select(name => Parameter(name, "query", required: false))]);
        if (operation.Body is { } body)
        {
            var types = new JsonObject();
            foreach (var type in operation.BodyTypes) types[type] = Reference(body);
            described["requestBody"] = new JsonObject { ["required"] = operation.Body is not ("Nothing" or "Deployment" or "Version" or "PactsForVerification"), ["content"] = types };
        }

        var responses = new JsonObject();
        foreach (var status in operation.Statuses.Concat([401, 406, 500]).Concat(operation.Body is null ? [] : [413]).Distinct().Order())
            responses[status.ToString(CultureInfo.InvariantCulture)] = Response(operation, status);
        described["responses"] = responses;
        return described;
    }

    private static JsonObject Response(Operation operation, int status)
    {
        var response = new JsonObject { ["description"] = Meaning(status) };
        if (status is 204 or 304 or 401 or 406 or 415) return response;
        var content = new JsonObject();
        if (status >= 400) content[Hal] = Reference("Error");
        else foreach (var type in operation.Types) content[type] = type.Contains("json", StringComparison.Ordinal) ? Reference("Hal") : new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        response["content"] = content;
        return response;
    }

    private static JsonObject Reference(string schema) => new() { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" } };

    private static string Meaning(int status) => status switch
    {
        200 => "Done, or here it is",
        201 => "Created",
        202 => "Under way",
        204 => "Deleted",
        304 => "Unchanged since it was last fetched (If-None-Match)",
        400 => "The request is not well formed; the body says what is wrong",
        401 => "Credentials are needed",
        404 => "There is no such thing",
        406 => "None of the accepted media types is offered",
        409 => "It contradicts what is there",
        413 => "The body is too large",
        415 => "The body is not of a media type that is taken",
        422 => "This cannot be set back",
        _ => "The broker failed; the reference leads to its log",
    };
}
