using System.Globalization;
using System.Text;

namespace PactKit.Matching.Regexes;

/// <summary>Rewrites one escape.</summary>
internal static class EscapeTranslator
{
    // Everything .NET understands by itself, with the same meaning.
    private const string Same = "dDwWsSbBAGzZtnrfvae0123456789ckxu";

    /// <summary>Returns the position after the escape that begins at <paramref name="at"/>.</summary>
    public static int Translate(string pattern, int at, bool inClass, StringBuilder output)
    {
        if (at + 1 >= pattern.Length) throw new ArgumentException("it ends in a backslash");
        var code = pattern[at + 1];
        switch (code)
        {
            case 'x' or 'u' when at + 2 < pattern.Length && pattern[at + 2] == '{':
                return CodePoint(pattern, at, inClass, output);
            case 'h':
                output.Append(inClass ? "0-9a-fA-F" : "[0-9a-fA-F]");
                return at + 2;
            case 'H' when !inClass:
                output.Append("[^0-9a-fA-F]");
                return at + 2;
            case 'R' when !inClass:
                output.Append(@"(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])");
                return at + 2;
            case 'p' or 'P' when at + 2 < pattern.Length && pattern[at + 2] == '{':
                return Property(pattern, at, inClass, output);
            case 'p' or 'P' when at + 2 < pattern.Length && char.IsAsciiLetterUpper(pattern[at + 2]):
                output.Append(CultureInfo.InvariantCulture, $@"\{code}{{{pattern[at + 2]}}}");
                return at + 3;
            case 'K' when !inClass:
                return at + 2;
            case 'g' or 'X' when !inClass:
                throw new ArgumentException($@"\{code} is not supported");
        }

        // An escaped letter that means nothing is the letter.
        if (Same.Contains(code, StringComparison.Ordinal) || !(char.IsLetterOrDigit(code) || code == '_')) output.Append('\\');
        output.Append(code);
        return at + 2;
    }

    private static int CodePoint(string pattern, int at, bool inClass, StringBuilder output)
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0 || !int.TryParse(pattern.AsSpan(at + 3, end - at - 3), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
            throw new ArgumentException($@"{pattern[at..(at + 3)]} is not followed by the number of a character");
        var text = new Rune(value).ToString();
        if (inClass && text.Length > 1) throw new ArgumentException("a character outside the basic plane cannot stand in brackets");
        var escaped = string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}")));
        output.Append(text.Length > 1 ? $"(?:{escaped})" : escaped);
        return end + 1;
    }

    private static int Property(string pattern, int at, bool inClass, StringBuilder output)
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0) throw new ArgumentException(@"\p{ is not closed");
        var name = pattern[(at + 3)..end];
        var negated = pattern[at + 1] == 'P' ^ name.StartsWith('^');
        name = name.TrimStart('^');
        if (PosixClasses.Find(name) is not { } members) output.Append(CultureInfo.InvariantCulture, $@"\{(negated ? 'P' : 'p')}{{{name}}}");
        else if (!inClass) output.Append(negated ? "[^" : "[").Append(members).Append(']');
        else if (!negated) output.Append(members);
        else throw new ArgumentException($@"\P{{{name}}} cannot stand in brackets");
        return end + 1;
    }
}
