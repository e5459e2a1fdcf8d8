using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>An example with a rule. Put it in place of a value in a body, or pass it to WithHeader or WithQuery.</summary>
[JsonConverter(typeof(MatcherConverter))]
public interface IMatcher
{
    /// <summary>Name of the rule, as the Pact specification spells it.</summary>
    [JsonPropertyName("pact:matcher:type")]
    string Type { get; }

    /// <summary>The example, which may hold matchers in turn.</summary>
    [JsonPropertyName("value")]
    dynamic Value { get; }
}
