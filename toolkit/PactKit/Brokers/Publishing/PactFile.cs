using System.Text.Json;
using System.Text.Unicode;

namespace PactKit.Brokers.Publishing;

/// <summary>A pact file that was read and looks like one.</summary>
internal sealed record PactFile(string Path, string Consumer, string Provider, byte[] Content)
{
    /// <summary>Reads a file; the problem names the file and what is wrong with it.</summary>
    public static (PactFile? File, string? Problem) Read(string path, string shown)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{shown}' cannot be read: {failure.Message}");
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (content.AsSpan().StartsWith(mark)) content = content[mark.Length..]; // a broker takes no byte order mark
        if (!Utf8.IsValid(content)) return (null, $"'{shown}' is not UTF-8 text; save it as UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(content);
            return Check(document.RootElement, shown) is { } problem
                ? (null, problem)
                : (new PactFile(shown, NameOf(document.RootElement, "consumer")!, NameOf(document.RootElement, "provider")!, content), null);
        }
        catch (JsonException failure)
        {
            return (null, $"'{shown}' is not JSON (line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException) // half of a surrogate pair, escaped: JSON, but no text
        {
            return (null, $"'{shown}' is not a pact file: it names something with an escape such as \\ud800 that is no character.");
        }
    }

    private static string? Check(JsonElement root, string shown)
    {
        foreach (var side in (string[])["consumer", "provider"])
            if (string.IsNullOrWhiteSpace(NameOf(root, side))) return $"'{shown}' is not a pact file: it has no {side} name.";
        var kinds = (string[])["interactions", "messages"];
        if (!kinds.Any(kind => root.Member(kind) is not null)) return $"'{shown}' is not a pact file: it has no interactions.";
        var wrong = kinds.FirstOrDefault(kind => root.Member(kind) is { ValueKind: not JsonValueKind.Array });
        return wrong is null ? null : $"'{shown}' is not a pact file: its {wrong} are not a list.";
    }

    private static string? NameOf(JsonElement root, string side) => root.Member(side)?.Text("name");
}
