using System.Text;

namespace PactKit.CsvPlugin;

/// <summary>Comma-separated values as RFC 4180 has them: quotes around a value that holds commas, quotes (doubled) or line breaks.</summary>
internal static class CsvText
{
    /// <summary>The rows; blank lines are skipped.</summary>
    /// <exception cref="FormatException">A quote is never closed, or text follows a closed one; the message names the line.</exception>
    public static List<IReadOnlyList<string>> Parse(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        while (at < text.Length)
        {
            var row = new List<string>();
            do row.Add(Cell(text, ref at, ref line));
            while (at < text.Length && text[at++] == ',');
            if (at > 0 && text[at - 1] == '\n') line++;
            if (row is not [""]) rows.Add(row);
        }

        return rows;
    }

    public static string Write(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Quote)) + "\n"));

    // Leaves the place at the separator after the value, the line break as "\n".
    private static string Cell(string text, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"') return Plain(text, ref at);
        var opened = line;
        var value = new StringBuilder();
        for (at++; ; at++)
        {
            if (at >= text.Length) throw new FormatException($"line {opened}: a quote is opened and never closed");
            if (text[at] == '\n') line++;
            if (text[at] != '"') value.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') value.Append(text[at++]);
            else break;
        }

        at++;
        if (Plain(text, ref at).Length > 0) throw new FormatException($"line {line}: there is text after a closed quote");
        return value.ToString();
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny(',', '\n') is var found and >= 0 ? at + found : text.Length;
        var value = text[at..end];
        at = end;
        return end < text.Length && text[end] == ',' ? value : value.TrimEnd('\r');
    }

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 && value.Length > 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
