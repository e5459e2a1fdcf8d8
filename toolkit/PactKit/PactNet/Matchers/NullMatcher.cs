using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>The JSON value null.</summary>
public class NullMatcher : IMatcher
{
    internal NullMatcher() { }

    /// <inheritdoc/>
    [JsonPropertyName("pact:matcher:type")]
    public string Type => "null";

    /// <summary>Always null, and not written: the rule alone says it.</summary>
    [JsonIgnore]
    public dynamic Value => null!;
}
