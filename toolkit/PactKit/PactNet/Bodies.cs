using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;

namespace PactNet;

/// <summary>Serialises what users pass as bodies and matchers. They come in as objects: nothing is dispatched dynamically.</summary>
internal static class Bodies
{
    public const string Json = "application/json";

    public static JsonElement Serialize(object? body, PactConfig config) => Serialize(body, config.DefaultJsonSettings);

    public static JsonElement Serialize(object? body, JsonSerializerOptions settings) =>
        body is JsonElement element ? element : JsonSerializer.SerializeToElement(body, body?.GetType() ?? typeof(object), settings);

    /// <summary>A text as the body. In JSON that somebody wrote by hand, matchers count as they do everywhere else.</summary>
    public static void SetText(PartDraft part, string body, string contentType)
    {
        var isJson = ContentType.TryParse(contentType, out var type) && type.IsJson;
        if (!isJson || !body.Contains("\"pact:matcher:type\"", StringComparison.Ordinal))
        {
            part.SetText(body, contentType);
            return;
        }

        try
        {
            part.SetJson(JsonElement.Parse(body), contentType);
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"The body holds matchers and is not JSON: {fault.Message}", nameof(body), fault);
        }
    }
}
