using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Reporting;

/// <summary>
/// Shows two JSON documents as one, with the places marked where the matching rules found a difference. What differs and was allowed to
/// is shown as it came.
/// </summary>
internal sealed class JsonDiff
{
    private readonly HashSet<string> _differing;
    private readonly PathTrail _trail = new();
    private readonly List<DiffLine> _lines = [];

    private JsonDiff(IEnumerable<string> differing) => _differing = [.. differing];

    /// <summary>The paths are those of the mismatches.</summary>
    public static IReadOnlyList<DiffLine> Of(JsonElement expected, JsonElement actual, IEnumerable<string> differing)
    {
        var diff = new JsonDiff(differing);
        diff.Both(expected, actual, "", "", "");
        return diff._lines;
    }

    private bool Differs => _differing.Contains(_trail.ToString());

    private void Both(JsonElement expected, JsonElement actual, string name, string indent, string comma)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            Maps(JsonPiece.Entries(expected), JsonPiece.Entries(actual), name, indent, comma);
        }
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array)
        {
            Lists([.. expected.EnumerateArray()], [.. actual.EnumerateArray()], name, indent, comma);
        }
        else if (Differs)
        {
            Whole('-', expected, name, indent, comma);
            Whole('+', actual, name, indent, comma);
        }
        else
        {
            Whole(' ', actual, name, indent, comma);
        }
    }

    private void Maps(Dictionary<string, JsonElement> expected, Dictionary<string, JsonElement> actual, string name, string indent, string comma)
    {
        var differs = Differs;
        var keys = expected.Keys.Where(k => differs || actual.ContainsKey(k)).Union(actual.Keys).ToList();
        Add(' ', indent, name + "{");
        foreach (var key in keys)
        {
            var (label, end) = ($"\"{key}\": ", key == keys[^1] ? "" : ",");
            _trail.Enter(key);
            if (!actual.TryGetValue(key, out var received)) Whole('-', expected[key], label, indent + "  ", end);
            else if (expected.TryGetValue(key, out var wanted)) Both(wanted, received, label, indent + "  ", end);
            else Whole(differs || Differs ? '+' : ' ', received, label, indent + "  ", end);
            _trail.Leave();
        }

        Add(' ', indent, "}" + comma);
    }

    private void Lists(JsonElement[] expected, JsonElement[] actual, string name, string indent, string comma)
    {
        var differs = Differs;
        var count = differs ? Math.Max(expected.Length, actual.Length) : actual.Length;
        Add(' ', indent, name + "[");
        for (var i = 0; i < count; i++)
        {
            var end = i == count - 1 ? "" : ",";
            _trail.Enter(i);
            if (i >= actual.Length) Whole('-', expected[i], "", indent + "  ", end);
            else if (i < expected.Length) Both(expected[i], actual[i], "", indent + "  ", end);
            else if (differs || expected.Length == 0) Whole(differs ? '+' : ' ', actual[i], "", indent + "  ", end);
            else Both(expected[0], actual[i], "", indent + "  ", end);
            _trail.Leave();
        }

        Add(' ', indent, "]" + comma);
    }

    private void Whole(char mark, JsonElement json, string name, string indent, string comma)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when JsonPiece.Entries(json) is { Count: > 0 } entries:
                Add(mark, indent, name + "{");
                var last = entries.Keys.Last();
                foreach (var (key, value) in entries) Whole(mark, value, $"\"{key}\": ", indent + "  ", key == last ? "" : ",");
                Add(mark, indent, "}" + comma);
                break;
            case JsonValueKind.Array when json.GetArrayLength() is > 0 and var count:
                Add(mark, indent, name + "[");
                foreach (var (index, item) in json.EnumerateArray().Index()) Whole(mark, item, "", indent + "  ", index == count - 1 ? "" : ",");
                Add(mark, indent, "]" + comma);
                break;
            default:
                Add(mark, indent, name + json.GetRawText() + comma);
                break;
        }
    }

    private void Add(char mark, string indent, string text) => _lines.Add(new DiffLine(mark, indent + text));
}
