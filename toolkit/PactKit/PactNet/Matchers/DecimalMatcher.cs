using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A number written with a fraction or an exponent.</summary>
public class DecimalMatcher : IMatcher
{
    internal DecimalMatcher(object example) => Value = example;

    /// <inheritdoc/>
    [JsonPropertyName("pact:matcher:type")]
    public string Type => "decimal";

    /// <inheritdoc/>
    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
