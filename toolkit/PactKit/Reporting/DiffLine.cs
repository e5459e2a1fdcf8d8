namespace PactKit.Reporting;

/// <summary>One line of a diff: ' ' as expected, '-' expected and not there, '+' there and not expected.</summary>
internal readonly record struct DiffLine(char Mark, string Text);

internal static class DiffLines
{
    private const int MostLines = 200;
    private const int LongestLine = 1000; // XML and minified text come as one line

    /// <summary>The lines that differ with a few around them, an ellipsis for what is left out. Empty where nothing differs.</summary>
    public static IReadOnlyList<string> Surroundings(IReadOnlyList<DiffLine> lines, int around = 3)
    {
        var isShown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Mark != ' ') Array.Fill(isShown, true, Math.Max(0, i - around), Math.Min(lines.Count, i + around + 1) - Math.Max(0, i - around));

        // An ellipsis for a single line saves nothing.
        for (var i = 0; i < lines.Count; i++)
            isShown[i] |= (i == 0 || isShown[i - 1]) && (i == lines.Count - 1 || isShown[i + 1]) && lines.Count > 1;

        var shown = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown.Count == MostLines) return [.. shown, "  … (more differences follow)"];
            if (isShown[i]) shown.Add($"{lines[i].Mark} {Cut(lines[i].Text)}");
            else if (shown.Count == 0 || shown[^1] != "  …") shown.Add("  …");
        }

        return shown.Exists(line => line != "  …") ? shown : [];
    }

    private static string Cut(string text) =>
        text.Length <= LongestLine ? text : $"{text.AsSpan(0, LongestLine)}… ({text.Length} characters)";
}
