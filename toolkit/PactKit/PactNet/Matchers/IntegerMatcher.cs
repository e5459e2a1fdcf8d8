using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A whole number.</summary>
public class IntegerMatcher : IMatcher
{
    internal IntegerMatcher(object example) => Value = example;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "integer";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
