using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Anything of the same kind as the example; it cascades to all that is below.</summary>
public class TypeMatcher : IMatcher
{
    /// <param name="example">Any value, matchers in it included.</param>
    public TypeMatcher(dynamic? example) => Value = (object)example!;

    /// <inheritdoc/>
    [JsonPropertyName("pact:matcher:type")]
    public string Type => "type";

    /// <inheritdoc/>
    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
