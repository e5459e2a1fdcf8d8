using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactNet;

namespace PactKit.Tests.Witness;

/// <summary>What our consumer side writes of the same integration JSON.</summary>
internal static class OurIntegration
{
    /// <summary>The interaction as the file has it; null, and why, where a matcher was refused.</summary>
    public static (JsonNode? Written, string? Error) Write(IntegrationFact fact)
    {
        Interaction interaction;
        try
        {
            interaction = Describe(fact);
        }
        catch (ArgumentException refused)
        {
            return (null, refused.Message);
        }

        var specification = fact.Specification switch { 2 => PactSpecification.V2, 3 => PactSpecification.V3, _ => PactSpecification.V4 };
        var written = PactWriter.Write(new global::PactKit.Model.Pact { Consumer = "c", Provider = "p", Specification = specification, Interactions = [interaction] });
        Assert.True(written.IsSuccess, written.Error);
        var pact = JsonNode.Parse(written.Json)!;
        return ((pact["interactions"] ?? pact["messages"])![0], null);
    }

    private static Interaction Describe(IntegrationFact fact)
    {
        var text = fact.Texts[0];
        if (fact.Place is "message" or "metadata")
        {
            var message = new MessageDraft("d");
            if (fact.Place == "message") message.SetJson(IntegrationJson.Body(JsonElement.Parse(text)));
            else message.SetMetadata("k", text);
            return message.Build();
        }

        var draft = new HttpDraft("d");
        draft.SetRequest("GET", fact.Place == "path" ? text : "/");
        switch (fact.Place)
        {
            case "path": break;
            case "body": draft.Response.SetJson(IntegrationJson.Body(JsonElement.Parse(text)), "application/json"); break;
            case "xml": draft.Response.SetText(text, "application/xml"); break;
            case "form": draft.Response.SetBody(FormExample.Of(JsonElement.Parse(text), new PactConfig()), FormExample.ContentType); break;
            case "query": Each(value => draft.Query.Add("k", value)); break;
            case "status":
                var status = Example.OfText(text);
                (draft.StatusRules, draft.Status) = (status.Rules, int.Parse(status.Text, CultureInfo.InvariantCulture));
                break;
            default: Each(value => draft.Request.AddHeader(fact.Place, value)); break;
        }

        return draft.Build();

        void Each(Action<Example> add)
        {
            foreach (var value in fact.Texts) add(Example.OfText(value));
        }
    }
}
