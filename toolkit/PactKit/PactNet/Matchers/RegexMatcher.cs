using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A text that matches a regular expression as a whole.</summary>
public class RegexMatcher : IMatcher
{
    internal RegexMatcher(string example, string regex)
    {
        Value = example;
        Regex = regex;
    }

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "regex";

    [JsonPropertyName("value")]
    public dynamic Value { get; }

    /// <summary>The regular expression.</summary>
    [JsonPropertyName("regex")]
    public string Regex { get; }
}
