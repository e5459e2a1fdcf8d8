using System.Text.Json;

namespace PactKit.Brokers.Http;

/// <summary>The body of a request.</summary>
internal sealed record JsonBody(ReadOnlyMemory<byte> Bytes, string MediaType = "application/json")
{
    public const string MergePatch = "application/merge-patch+json";

    /// <summary><c>{}</c>: what the official clients send where the address says everything.</summary>
    public static JsonBody Nothing { get; } = new("{}"u8.ToArray());

    public static JsonBody Write(Action<Utf8JsonWriter> members, string mediaType = "application/json")
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new JsonBody(buffer.ToArray(), mediaType);
    }
}
