using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactNet.Json;

namespace PactNet;

/// <summary>Serialises what users pass as bodies and matchers. They come in as objects: nothing is dispatched dynamically.</summary>
internal static class Bodies
{
    public const string Json = "application/json";

    public static JsonElement Serialize(object? body, PactConfig config) => Serialize(body, config.DefaultJsonSettings);

    public static JsonElement Serialize(object? body, JsonSerializerOptions settings) =>
        body is JsonElement element ? element : JsonSerializer.SerializeToElement(body, body?.GetType() ?? typeof(object), settings);

    /// <summary>What an object with matchers in it stands for.</summary>
    public static IntegrationResult Read(object? body, JsonSerializerOptions settings) =>
        PlainExample.TryRead(body, settings, out var plain) ? plain : IntegrationJson.Body(Serialize(body, settings));

    /// <summary>
    /// A text as the body. In JSON that somebody wrote by hand, matchers count as they do everywhere else; XML may be described as JSON, as other
    /// DSLs do.
    /// </summary>
    public static void SetText(PartDraft part, string body, string contentType)
    {
        var isJson = ContentType.TryParse(contentType, out var type) && type.IsJson;
        if (type is { IsXml: true } && Template(body) is { } template)
        {
            part.SetXmlTemplate(template, contentType);
            return;
        }

        if (!isJson || !body.Contains("\"pact:matcher:type\"", StringComparison.Ordinal))
        {
            part.SetText(body, contentType);
            return;
        }

        try
        {
            part.SetJson(IntegrationJson.Body(JsonElement.Parse(body)), contentType);
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"The body holds matchers and is not JSON: {fault.Message}", nameof(body), fault);
        }
    }

    // Anything else that begins with a brace is no XML either, and stays the text it is.
    private static JsonElement? Template(string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith('{')) return null;
        try
        {
            return JsonElement.Parse(body) is var json && XmlTemplate.IsOne(json) ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
