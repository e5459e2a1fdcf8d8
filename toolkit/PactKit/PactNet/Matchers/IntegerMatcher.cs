using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A number written without fraction and exponent.</summary>
public class IntegerMatcher : IMatcher
{
    internal IntegerMatcher(object example) => Value = example;

    /// <inheritdoc/>
    [JsonPropertyName("pact:matcher:type")]
    public string Type => "integer";

    /// <inheritdoc/>
    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
