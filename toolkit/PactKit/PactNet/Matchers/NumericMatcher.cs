using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Any number.</summary>
public class NumericMatcher : IMatcher
{
    internal NumericMatcher(object example) => Value = example;

    /// <inheritdoc/>
    [JsonPropertyName("pact:matcher:type")]
    public string Type => "number";

    /// <inheritdoc/>
    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
