using System.Text.Json;

namespace PactKit.Matching.Parts;

/// <summary>Compares the expected entries of a message's metadata; others may be there.</summary>
internal sealed class MetadataComparer(IReadOnlyDictionary<string, JsonElement> expected)
{
    public void Compare(IReadOnlyDictionary<string, JsonElement> actual, List<Mismatch> into)
    {
        foreach (var (key, value) in expected)
        {
            if (!actual.TryGetValue(key, out var received))
            {
                into.Add(new MetadataMismatch(key, value.ToString(), "") { Description = $"Expected message metadata '{key}' but was missing" });
            }
            else if (!JsonElement.DeepEquals(value, received))
            {
                var description = $"Expected '{received}' to be equal to '{value}'";
                into.Add(new MetadataMismatch(key, value.ToString(), received.ToString()) { Description = description });
            }
        }
    }
}
