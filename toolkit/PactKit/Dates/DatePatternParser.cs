using System.Globalization;
using System.Text;

namespace PactKit.Dates;

/// <summary>Splits a pattern into runs of letters and literal text.</summary>
internal static class DatePatternParser
{
    // The longest run of each letter that means something; the rest may repeat at will.
    private static readonly Dictionary<char, int> Longest = new()
    {
        ['G'] = 5, ['M'] = 5, ['L'] = 5, ['d'] = 2, ['D'] = 3, ['w'] = 2, ['W'] = 1, ['F'] = 1, ['E'] = 5, ['e'] = 5, ['c'] = 5, ['Q'] = 5, ['q'] = 5,
        ['a'] = 5, ['H'] = 2, ['k'] = 2, ['h'] = 2, ['K'] = 2, ['m'] = 2, ['s'] = 2, ['X'] = 5, ['x'] = 5, ['Z'] = 5, ['O'] = 4, ['z'] = 3, ['V'] = 2,
    };

    private const string AnyLength = "yYuSnAN";

    public static IReadOnlyList<DateToken> Parse(string pattern, out string? error)
    {
        var tokens = new List<DateToken>();
        error = pattern.Length == 0 ? "The date pattern is empty" : null;
        for (var at = 0; at < pattern.Length && error is null;)
        {
            var c = pattern[at];
            var end = at + 1;
            if (c == '\'')
            {
                error = Quoted(pattern, at, out end, out var literal);
                if (error is null) tokens.Add(new DateToken('\0', 0, literal));
            }
            else if (char.IsAsciiLetter(c))
            {
                while (end < pattern.Length && pattern[end] == c) end++;
                error = Check(pattern, c, end - at, at);
                tokens.Add(new DateToken(c, end - at));
            }
            else if (c is '[' or ']' or '{' or '}' or '#')
            {
                error = Fault(pattern, at, $"'{c}' must be quoted");
            }
            else
            {
                tokens.Add(new DateToken('\0', 0, c.ToString()));
            }

            at = end;
        }

        return tokens;
    }

    private static string? Check(string pattern, char letter, int count, int at)
    {
        if (AnyLength.Contains(letter, StringComparison.Ordinal)) return null;
        if (!Longest.TryGetValue(letter, out var longest)) return Fault(pattern, at, $"'{letter}' is no pattern letter; text must be quoted");
        return count > longest ? Fault(pattern, at, $"'{letter}' may be repeated up to {longest} times") : null;
    }

    private static string? Quoted(string pattern, int start, out int end, out string literal)
    {
        var text = new StringBuilder();
        for (end = start + 1; end < pattern.Length; end++)
        {
            if (pattern[end] != '\'') text.Append(pattern[end]);
            else if (end + 1 < pattern.Length && pattern[end + 1] == '\'') text.Append(pattern[end++]);
            else break;
        }

        // Two quotes on their own are one quote.
        if (end == start + 1 && end < pattern.Length) text.Append('\'');
        literal = text.ToString();
        if (end == pattern.Length) return Fault(pattern, start, "the quote is not closed");
        end++;
        return null;
    }

    private static string Fault(string pattern, int at, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"The date pattern \"{pattern}\" is not valid: {what}, at character {at + 1}");
}
