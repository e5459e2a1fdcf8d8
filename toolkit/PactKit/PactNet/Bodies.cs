using System.Text.Json;

namespace PactNet;

/// <summary>Serialises what users pass as bodies and matchers. They come in as objects: nothing is dispatched dynamically.</summary>
internal static class Bodies
{
    public const string Json = "application/json";

    public static JsonElement Serialize(object? body, PactConfig config) => Serialize(body, config.DefaultJsonSettings);

    public static JsonElement Serialize(object? body, JsonSerializerOptions settings) =>
        body is JsonElement element ? element : JsonSerializer.SerializeToElement(body, body?.GetType() ?? typeof(object), settings);
}
