using System.Collections;
using System.Text.Json;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Hal;

internal static class HalWriter
{
    public static void WriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
    }

    public static void WriteSection(Utf8JsonWriter writer, string name, List<KeyValuePair<string, object?>>? members)
    {
        if (members is null) return;
        writer.WriteStartObject(name);
        WriteMembers(writer, members);
        writer.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case Moment moment: writer.WriteStringValue(moment.ToString()); break;
            case Link link: WriteLink(writer, link); break;
            case HalDocument document: document.WriteTo(writer); break;
            case RawJson raw: writer.WriteRawValue(raw.Text, skipInputValidation: true); break;
            case JsonElement element: element.WriteTo(writer); break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                writer.WriteStartObject();
                WriteMembers(writer, members);
                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType().Name} has no JSON form here.");
        }
    }

    private static void WriteLink(Utf8JsonWriter writer, Link link)
    {
        writer.WriteStartObject();
        if (link.Title is not null) writer.WriteString("title", link.Title);
        if (link.Name is not null) writer.WriteString("name", link.Name);
        writer.WriteString("href", link.Href);
        if (link.Templated is { } templated) writer.WriteBoolean("templated", templated);
        WriteMembers(writer, link.Extra);
        writer.WriteEndObject();
    }
}

/// <summary>JSON kept as text, passed through untouched.</summary>
internal sealed record RawJson(string Text)
{
    public static RawJson? From(string? text) => text is null ? null : new RawJson(text);
}
