using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>The JSON value null.</summary>
public class NullMatcher : IMatcher
{
    internal NullMatcher() { }

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "null";

    [JsonIgnore]
    public dynamic Value => null!;
}
