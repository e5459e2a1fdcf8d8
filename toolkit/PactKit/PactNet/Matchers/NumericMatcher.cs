using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Any number.</summary>
public class NumericMatcher : IMatcher
{
    internal NumericMatcher(object example) => Value = example;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "number";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
