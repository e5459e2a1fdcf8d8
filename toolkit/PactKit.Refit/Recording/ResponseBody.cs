using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Placing;
using Refit;

namespace PactKit.Recording;

/// <summary>Makes a response body of an example, as the client's serializer writes it.</summary>
internal sealed class ResponseBody(DerivedRequest? request, RefitSettings settings)
{
    public void Write<TBody>(Func<TBody> example, HttpDraft draft)
    {
        RequireReturned(typeof(TBody));
        var type = ContentType.Json;
        var found = new Explorer(Run, "the response body").Explore();
        var root = Place.Under(Place.Body, Snapshot.Json);
        var placed = new JsonPlaces(found).Place(found.Document!["body"]![Snapshot.Json], root);
        found.RequireAllPlaced();
        if (found.At(root).Count == 0) placed = new JsonObject { [ArgRule.TypeMember] = "type", ["value"] = placed };

        // Without parameters: whether a provider says "charset=utf-8" is not the client's business.
        draft.Response.SetJson(IntegrationJson.Body(JsonSerializer.SerializeToElement(placed)), $"{type.Type}/{type.Subtype}");

        JsonNode Run()
        {
            using var content = settings.ContentSerializer.ToHttpContent(example());
            var bytes = Task.Run(() => content.ReadAsByteArrayAsync()).GetAwaiter().GetResult();
            if (!ContentType.TryParse(content.Headers.ContentType?.ToString(), out var written)) written = ContentType.Sniff(bytes);
            if (Snapshot.OfContent(bytes, written) is not { } body || !body.ContainsKey(Snapshot.Json))
            {
                throw new InvalidOperationException(
                    $"{settings.ContentSerializer.GetType().Name} writes {written}, and WithBodyFrom needs JSON: use WithBody(text, \"{written}\").");
            }

            type = written;
            return new JsonObject { ["body"] = body };
        }
    }

    // An error may have a body of its own, which ApiException or ApiResponse.Error reads on demand; only what the method itself reads is known.
    private void RequireReturned(Type example)
    {
        if (request?.Method is not { } method || ReturnedType.Of(method.ReturnType) is not { } returned) return;
        if (returned.ContainsGenericParameters || returned.IsAssignableFrom(example) || example.IsAssignableFrom(returned)) return;
        throw new InvalidOperationException(
            $"{request.Api.Name}.{method.Name} reads a {TypeName.Of(returned)}, and the example is a {TypeName.Of(example)}. " +
            "Pass what the method returns; for the body of an error use WithJsonBody(…).");
    }
}
