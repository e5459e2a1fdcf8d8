using System.Globalization;
using System.Text;

namespace PactKit.Dates;

/// <summary>
/// Turns a .NET date format into the Java pattern of the same meaning: pact files speak Java's, .NET developers know theirs. What no pattern can
/// say (an optional fraction, a year without leading zeros) is an error, never a guess.
/// </summary>
internal static class DotNetFormat
{
    // The standard formats that do not depend on a culture, spelled out.
    private static readonly Dictionary<string, string> Standard = new(StringComparer.Ordinal)
    {
        ["O"] = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK", ["o"] = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK", ["s"] = "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
        ["u"] = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'", ["R"] = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'", ["r"] = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    };

    // What a run of one letter becomes; null where Java has nothing like it.
    private static readonly Dictionary<string, string?> Runs = new(StringComparer.Ordinal)
    {
        ["d"] = "d", ["dd"] = "dd", ["ddd"] = "EEE", ["dddd"] = "EEEE", ["h"] = "h", ["hh"] = "hh", ["H"] = "H", ["HH"] = "HH", ["m"] = "m", ["mm"] = "mm",
        ["M"] = "M", ["MM"] = "MM", ["MMM"] = "MMM", ["MMMM"] = "MMMM", ["s"] = "s", ["ss"] = "ss", ["tt"] = "a", ["yy"] = "yy", ["yyy"] = "yyy",
        ["yyyy"] = "yyyy", ["zz"] = "x", ["zzz"] = "xxx", ["K"] = "XXX", ["g"] = "G", ["gg"] = "G",
    };

    /// <summary>The Java pattern, or null with an error that says what to write instead.</summary>
    public static string? ToJava(string format, out string? error)
    {
        error = format.Length == 0 ? "The date format is empty." : null;
        if (format.Length == 1 && !Standard.TryGetValue(format, out format!))
        {
            error = "A standard date format of one letter depends on the culture; use O, s, u or R, or spell the format out, as in \"yyyy-MM-dd\".";
            return null;
        }

        var java = new StringBuilder();
        for (var at = 0; at < format.Length && error is null;) at = Take(format, at, java, out error);
        return error is null ? java.ToString() : null;
    }

    private static int Take(string format, int at, StringBuilder java, out string? error)
    {
        error = null;
        var c = format[at];
        if (c is '\'' or '"') return TakeQuoted(format, at, java, out error);
        if (c == '%') return at + 1;
        if (c == '\\')
        {
            if (at + 1 < format.Length) AppendText(java, format[at + 1].ToString());
            else error = $"The date format \"{format}\" ends with a backslash that escapes nothing.";
            return at + 2;
        }

        var end = at + 1;
        while (end < format.Length && format[end] == c) end++;
        var run = format[at..end];
        if (c == 'f') java.Append('S', run.Length);
        else if (Runs.TryGetValue(run.Length > 4 && c is 'd' or 'M' ? run[..4] : run, out var pattern)) java.Append(pattern);
        else if ("dfFghHKmMstyz".Contains(c, StringComparison.Ordinal)) error = Unsayable(format, run);
        else AppendText(java, run);
        return end;
    }

    private static int TakeQuoted(string format, int at, StringBuilder java, out string? error)
    {
        var end = format.IndexOf(format[at], at + 1);
        error = end < 0 ? $"The date format \"{format}\" has a quote that is not closed." : null;
        if (end > at + 1) AppendText(java, format[(at + 1)..end]);
        return end < 0 ? format.Length : end + 1;
    }

    private static string Unsayable(string format, string run)
    {
        var instead = run[0] switch
        {
            'F' => $"an optional fraction; use {new string('f', run.Length)}, or Match.Iso8601, which takes any fraction",
            'y' => "this form of a year; use yyyy or yy",
            'z' => "an offset of hours without a leading zero; use zz or zzz",
            't' => "the first letter of AM and PM; use tt",
            _ => "such a run of letters",
        };
        return string.Create(CultureInfo.InvariantCulture, $"The date format \"{format}\" has \"{run}\", and pact files cannot say {instead}. Put quotes around what is plain text.");
    }

    // Java takes every letter for a pattern letter, and keeps some signs for later. Two quotes on end would be one quote, so quoted texts are joined.
    private static void AppendText(StringBuilder java, string text)
    {
        if (!text.Any(c => char.IsAsciiLetter(c) || c is '\'' or '[' or ']' or '{' or '}' or '#'))
        {
            java.Append(text);
            return;
        }

        var quoted = text.Replace("'", "''", StringComparison.Ordinal) + "'";
        if (java.Length > 0 && java[^1] == '\'') java.Length--;
        else java.Append('\'');
        java.Append(quoted);
    }
}
