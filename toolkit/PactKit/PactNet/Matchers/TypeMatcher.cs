using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Anything of the same kind as the example; it cascades to all that is below.</summary>
public class TypeMatcher : IMatcher
{
    public TypeMatcher(dynamic? example) => Value = (object)example!;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "type";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
