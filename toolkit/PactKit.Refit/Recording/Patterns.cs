using System.Text;
using System.Text.RegularExpressions;

namespace PactKit.Recording;

/// <summary>Builds regular expressions that every Pact implementation reads alike.</summary>
internal static class Patterns
{
    private const string Special = @"\.+*?()|[]{}^$";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Like Regex.Escape, but leaves alone what only .NET escapes: blanks, "#".</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (Special.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>The expression as a part of another: without its anchors, in a group.</summary>
    /// <exception cref="ArgumentException">It is not a regular expression.</exception>
    public static string Unanchored(string pattern)
    {
        _ = new Regex(pattern, RegexOptions.None, Limit);
        var inner = pattern.StartsWith('^') ? pattern[1..] : pattern;
        if (inner.EndsWith('$') && !inner.EndsWith(@"\$", StringComparison.Ordinal)) inner = inner[..^1];
        return $"(?:{inner})";
    }

    public static string Anchored(string pattern) => $"^{pattern}$";

    public static bool Matches(string text, string unanchored) => Regex.IsMatch(text, Anchored($"(?:{unanchored})"), RegexOptions.None, Limit);
}
