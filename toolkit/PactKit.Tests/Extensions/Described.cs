using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Matching;
using PactKit.Model;
using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.Extensions;

/// <summary>An interaction as the builders describe it, without a mock server.</summary>
internal static class Described
{
    private static readonly PactConfig Quiet = new() { Outputters = [] };

    public static IRequestBuilderV4 Request(PactConfig? config = null) => global::PactNet.Pact.V4("c", "p", config ?? Quiet).WithHttpInteractionsInMemory().UponReceiving("d");

    public static IResponseBuilderV4 Response(PactConfig? config = null) => Request(config).WithRequest(HttpMethod.Get, "/").WillRespond();

    public static HttpInteraction Interaction(object builder) => ((IHttpDraftSource)builder).Draft.Build();

    /// <summary>The interaction as a file has it.</summary>
    public static JsonNode Json(object builder, PactSpecification specification = PactSpecification.V4) =>
        Json(new global::PactKit.Model.Pact { Consumer = "c", Provider = "p", Specification = specification, Interactions = [Interaction(builder)] })["interactions"]![0]!;

    public static JsonNode Json(global::PactKit.Model.Pact pact)
    {
        var written = PactWriter.Write(pact);
        Assert.True(written.IsSuccess, written.Error);
        return JsonNode.Parse(written.Json)!;
    }

    /// <summary>The body of a response with this matcher at <c>value</c>, in a file.</summary>
    public static JsonNode Body(IMatcher matcher, JsonSerializerOptions? settings = null) =>
        Json(Response().WithJsonBody(new { value = matcher }, settings ?? JsonSerializerOptions.Default))["response"]!;

    /// <summary>What is wrong with a value where this matcher stands.</summary>
    public static IReadOnlyList<Mismatch> Mismatches(IMatcher matcher, string json, JsonSerializerOptions? settings = null)
    {
        var expected = Interaction(Response().WithJsonBody(new { value = matcher }, settings ?? JsonSerializerOptions.Default)).Response;
        var actual = expected with { Body = global::PactKit.Model.Body.Of(Encoding.UTF8.GetBytes($"{{\"value\":{json}}}"), ContentType.Json) };
        return new ResponseMatcher(expected).Match(actual);
    }
}
