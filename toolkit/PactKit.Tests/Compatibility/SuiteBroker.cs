using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PactKit.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>A broker with one pact per interaction; it keeps the results it gets.</summary>
internal sealed class SuiteBroker : HttpMessageHandler
{
    private readonly Dictionary<int, HttpInteraction> _pacts = [];

    public Dictionary<int, JsonNode> Results { get; } = [];

    public bool HasPacts => _pacts.Count > 0;

    public void Add(int number, HttpInteraction interaction) => _pacts[number] = interaction;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var json = path switch
        {
            [] => """{"_links":{"self":{"href":"/"},"pb:provider-pacts-for-verification":{"href":"/for-verification"}}}""",
            ["for-verification"] => ForVerification(),
            ["pacts", var number] => Pact(int.Parse(number, CultureInfo.InvariantCulture)),
            ["results", var number] => await KeepAsync(int.Parse(number, CultureInfo.InvariantCulture), request, cancellationToken),
            _ => throw new InvalidOperationException($"The suite's broker has nothing at {request.RequestUri}."),
        };
        return new HttpResponseMessage { Content = new StringContent(json, Encoding.UTF8, "application/hal+json") };
    }

    private string ForVerification()
    {
        var pacts = _pacts.Keys.Select(number => (JsonNode)new JsonObject
        {
            ["verificationProperties"] = new JsonObject { ["pending"] = false, ["notices"] = new JsonArray() },
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/pacts/{number}" } },
        });
        return new JsonObject
        {
            ["_embedded"] = new JsonObject { ["pacts"] = new JsonArray([.. pacts]) },
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = "/for-verification" } },
        }.ToJsonString();
    }

    private string Pact(int number)
    {
        var pact = new Pact { Consumer = $"c{number}", Provider = "p", Specification = PactSpecification.V3, Interactions = [_pacts[number]] };
        var json = JsonNode.Parse(PactWriter.Write(pact).Json)!;
        json["interactions"]![0]!["_id"] = $"id-{number}";
        json["_links"] = new JsonObject { ["pb:publish-verification-results"] = new JsonObject { ["href"] = $"/results/{number}" } };
        return json.ToJsonString();
    }

    private async Task<string> KeepAsync(int number, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Results[number] = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        return "{}";
    }
}
