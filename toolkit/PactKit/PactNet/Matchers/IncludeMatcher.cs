using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A text that holds the example.</summary>
public class IncludeMatcher : IMatcher
{
    internal IncludeMatcher(string example) => Value = example;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "include";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
