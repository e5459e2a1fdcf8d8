using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts;

/// <summary>A unified view of what changed between two contents, line by line over sorted, indented JSON.</summary>
internal static class TextDiff
{
    private const int Context = 3;
    private const int MaxCells = 4_000_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = HalDocument.WriterOptions.Encoder };

    public static string OfPacts(string before, string after) => OfLines(Lines(before), Lines(after));

    internal static string OfLines(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)]) end++;

        var text = new StringBuilder();
        for (var i = Math.Max(0, start - Context); i < start; i++) text.Append(' ').AppendLine(before[i]);
        AppendMiddle(text, before.AsSpan(start, before.Length - start - end), after.AsSpan(start, after.Length - start - end));
        for (var i = before.Length - end; i < Math.Min(before.Length, before.Length - end + Context); i++) text.Append(' ').AppendLine(before[i]);
        return text.ToString().TrimEnd('\n', '\r');
    }

    private static void AppendMiddle(StringBuilder text, ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        if ((long)before.Length * after.Length > MaxCells)
        {
            foreach (var line in before) text.Append('-').AppendLine(line);
            foreach (var line in after) text.Append('+').AppendLine(line);
            return;
        }

        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (b, a) = (0, 0);
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
            {
                text.Append(' ').AppendLine(before[b++]);
                a++;
            }
            else if (b < before.Length && (a == after.Length || common[b + 1, a] >= common[b, a + 1]))
            {
                text.Append('-').AppendLine(before[b++]);
            }
            else
            {
                text.Append('+').AppendLine(after[a++]);
            }
        }
    }

    private static string[] Lines(string content)
    {
        var (root, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(content));
        var sorted = Sort(root);
        return sorted is null ? [] : sorted.ToJsonString(Indented).ReplaceLineEndings("\n").Split('\n');
    }

    private static JsonNode? Sort(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(CanonicalJson.Members(value).Where(member => member.Key != "_id")
            .OrderBy(member => member.Key, CanonicalJson.ByteOrder.Comparer)
            .Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Sort)]),
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
