using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>Exactly the example, also below a matcher that is more relaxed.</summary>
public class EqualityMatcher : IMatcher
{
    internal EqualityMatcher(object? example) => Value = example!;

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "equality";

    [JsonPropertyName("value")]
    public dynamic Value { get; }
}
