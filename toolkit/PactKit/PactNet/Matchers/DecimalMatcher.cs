using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A number with a decimal point.</summary>
public class DecimalMatcher : IMatcher
{
    internal DecimalMatcher(object example) => Value = example;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "decimal";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
