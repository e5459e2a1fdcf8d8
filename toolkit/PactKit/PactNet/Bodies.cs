using System.Text.Json;
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
}
