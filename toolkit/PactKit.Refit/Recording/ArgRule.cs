using System.Text.Json.Nodes;

namespace PactKit.Recording;

/// <summary>What an <see cref="Arg"/> asks for, before it is known where its value arrives.</summary>
/// <param name="template">The matcher as integration JSON, without its value.</param>
/// <param name="example">The example, as the user gave it.</param>
internal sealed class ArgRule(JsonObject template, object? example)
{
    public const string TypeMember = "pact:matcher:type";

    /// <summary>As the user wrote it, for messages.</summary>
    public required string Call { get; init; }

    /// <summary>The rule as a regular expression over a text, without anchors; null where any text will do.</summary>
    public string? Pattern { get; init; }

    /// <summary>The regular expression as the user gave it, or null.</summary>
    public string? Given { get; init; }

    /// <summary>Whether a character next to a difference is still the value: other values of some types begin or end like the example.</summary>
    public Func<char, bool> Belongs { get; } = example switch
    {
        string or Guid => _ => false,
        _ when ScalarPattern.Of(example) == ScalarPattern.Integer => char.IsAsciiDigit,
        _ => letter => char.IsLetterOrDigit(letter) || letter is '%' or ':' or '+' or '-',
    };

    /// <summary>The value itself is the rule.</summary>
    public bool Literal { get; init; }

    /// <summary>The rule says nothing about a part of a text.</summary>
    public bool WholeValuesOnly { get; init; }

    /// <summary>The rule holds for lists in JSON.</summary>
    public bool JsonOnly { get; init; }

    /// <summary>The matcher with what arrived as its example.</summary>
    public JsonObject Around(JsonNode? value)
    {
        var matcher = template.DeepClone().AsObject();
        matcher["value"] = value;
        return matcher;
    }
}
