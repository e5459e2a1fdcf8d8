using System.Text.Json;
using System.Text.Json.Serialization;

namespace PactKit;

/// <summary>One rule with its example: the rule's attributes, and a generator where values are to be made anew.</summary>
[JsonConverter(typeof(WrittenMatcherConverter))]
internal sealed class RuleMatcher(string type, object? example) : IWrittenMatcher
{
    private readonly List<(string Name, object? Value)> _attributes = [];

    public string Type { get; } = type;

    public dynamic Value { get; } = example!;

    /// <summary>No example of its own: its parts have one.</summary>
    public bool HasNoExample { get; init; }

    /// <summary>Name of the generator, or null.</summary>
    public string? Generator { get; init; }

    /// <summary>In a path, a header, a query or metadata the example itself is wanted until the generator replaces it: no rule loosens it.</summary>
    public bool IsExactOutsideBodies { get; init; }

    /// <summary>Adds an attribute of the rule or the generator, unless it is null.</summary>
    public RuleMatcher With(string name, object? value)
    {
        if (value is not null) _attributes.Add((name, value));
        return this;
    }

    public void Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("pact:matcher:type", Type);
        if (Generator is not null) writer.WriteString("pact:generator:type", Generator);
        foreach (var (name, value) in _attributes)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, value!.GetType(), options);
        }

        if (!HasNoExample)
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, (object?)Value, options);
        }

        writer.WriteEndObject();
    }
}
