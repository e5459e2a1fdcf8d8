using System.Text.Json.Serialization;

namespace PactNet.Matchers;

/// <summary>A list whose items are of the same kind as the example, with a limit on their number.</summary>
public class MinMaxTypeMatcher : IMatcher
{
    /// <param name="example">One item.</param>
    /// <param name="min">Fewest items; 0 sets no limit.</param>
    /// <param name="max">Most items; 0 sets no limit.</param>
    /// <exception cref="ArgumentException">Neither limit is set.</exception>
    public MinMaxTypeMatcher(dynamic? example, int min = 0, int max = 0)
    {
        if (min == 0 && max == 0) throw new ArgumentException("Give a minimum, a maximum or both; for a list of any length use Match.Type.", nameof(min));
        Value = new[] { (object)example! };
        Min = min;
        Max = max;
    }

    [JsonPropertyName("pact:matcher:type")]
    public string Type => "type";

    [JsonPropertyName("value")]
    public dynamic Value { get; }

    /// <summary>Fewest items; 0 sets no limit.</summary>
    [JsonPropertyName("min")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Min { get; set; }

    /// <summary>Most items; 0 sets no limit.</summary>
    [JsonPropertyName("max")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Max { get; set; }
}
