using System.Text.Encodings.Web;
using System.Text.Json;

namespace PactKit.Broker.Hal;

/// <summary>A JSON document with links: plain properties first, then <c>_embedded</c>, then <c>_links</c>. Nulls are left out unless asked for.</summary>
internal sealed class HalDocument
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly List<KeyValuePair<string, object?>> _properties = [];
    private List<KeyValuePair<string, object?>>? _embedded;
    private List<KeyValuePair<string, object?>>? _links;

    /// <summary>Adds a property unless the value is null.</summary>
    public object? this[string name]
    {
        set
        {
            if (value is not null) _properties.Add(new(name, value));
        }
    }

    public HalDocument WithNull(string name, object? value)
    {
        _properties.Add(new(name, value));
        return this;
    }

    public HalDocument Embed(string name, object? value)
    {
        if (value is not null) (_embedded ??= []).Add(new(name, value));
        return this;
    }

    public HalDocument Link(string rel, Link? link)
    {
        if (link is not null) (_links ??= []).Add(new(rel, link));
        return this;
    }

    /// <summary>A plural relation: always an array, also when empty.</summary>
    public HalDocument Links(string rel, IEnumerable<Link> links)
    {
        (_links ??= []).Add(new(rel, links));
        return this;
    }

    public HalDocument Curies(Urls urls, string context) =>
        Links("curies", [new Link($"{urls.Base}/doc/{{rel}}?context={context}", Name: "pb", Templated: true)]);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>The members without the braces, to continue an object already begun.</summary>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        HalWriter.WriteMembers(writer, _properties);
        HalWriter.WriteSection(writer, "_embedded", _embedded);
        HalWriter.WriteSection(writer, "_links", _links);
    }
}
