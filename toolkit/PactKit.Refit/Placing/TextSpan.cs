using PactKit.Recording;

namespace PactKit.Placing;

/// <summary>A part of a text.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool IsAllOf(string text) => Start == 0 && Length == text.Length;

    /// <summary>The part in which a text differs from another, widened to a whole value where types share beginnings or endings (true and false).</summary>
    public static TextSpan Of(string text, string other, Func<char, bool> belongs)
    {
        var most = Math.Min(text.Length, other.Length);
        var start = 0;
        while (start < most && text[start] == other[start]) start++;
        var tail = 0;
        while (tail < most - start && text[^(tail + 1)] == other[^(tail + 1)]) tail++;
        var end = text.Length - tail;
        while (start > 0 && belongs(text[start - 1])) start--;
        while (end < text.Length && belongs(text[end])) end++;
        return new TextSpan(start, end - start);
    }

    /// <summary>The parts of a path: each segment for itself, so that a value may occur in several.</summary>
    public static IEnumerable<TextSpan> OfPath(string path, string other, Func<char, bool> belongs)
    {
        var (segments, others) = (path.Split('/'), other.Split('/'));
        if (segments.Length != others.Length)
        {
            yield return Of(path, other, letter => letter != '/');
            yield break;
        }

        for (var (i, start) = (0, 0); i < segments.Length; start += segments[i].Length + 1, i++)
        {
            if (segments[i] == others[i]) continue;
            var span = Of(segments[i], others[i], belongs);
            yield return span with { Start = start + span.Start };
        }
    }
}
