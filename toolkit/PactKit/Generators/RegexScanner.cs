using System.Globalization;
using System.Text;

namespace PactKit.Generators;

/// <summary>Goes through a pattern character by character and notes the first thing that makes no sense.</summary>
internal sealed class RegexScanner(string pattern)
{
    private const int MostRepeats = 100_000;

    private int _at;

    public string? Error { get; private set; }

    /// <summary>The end of the pattern, or of its sense.</summary>
    public bool AtEnd => Error is not null || _at >= pattern.Length;

    public char Previous => _at == 0 ? '\0' : pattern[_at - 1];

    public int Peek() => Rune.TryGetRuneAt(pattern, _at, out var rune) ? rune.Value : pattern[_at];

    /// <summary>The next character; a line feed at the end, where an error stands already.</summary>
    public int Take()
    {
        if (AtEnd)
        {
            Fail("another character");
            return '\n';
        }

        var c = Peek();
        _at += c > char.MaxValue ? 2 : 1;
        if (c is >= 0xD800 and <= 0xDFFF) Fail("a whole character", back: 1);
        return c;
    }

    public bool TryTake(char c) => TryTake(c.ToString());

    public bool TryTake(string text)
    {
        if (AtEnd || string.CompareOrdinal(pattern, _at, text, 0, text.Length) != 0) return false;
        _at += text.Length;
        return true;
    }

    /// <summary>What stands before the mark; the mark is taken, too.</summary>
    public string TakeUntil(char mark)
    {
        var end = AtEnd ? -1 : pattern.IndexOf(mark, _at);
        if (end < 0)
        {
            Fail($"'{mark}'");
            return "";
        }

        var text = pattern[_at..end];
        _at = end + 1;
        return text;
    }

    /// <summary>What stands before the mark, or all the rest.</summary>
    public string TakeThrough(string mark)
    {
        var end = pattern.IndexOf(mark, _at, StringComparison.Ordinal);
        var text = end < 0 ? pattern[_at..] : pattern[_at..end];
        _at = end < 0 ? pattern.Length : end + mark.Length;
        return text;
    }

    /// <summary>A code point in so many hexadecimal digits, or in any number of them between braces.</summary>
    public int TakeHex(int digits)
    {
        var text = TryTake('{') ? TakeUntil('}') : AtEnd || _at + digits > pattern.Length ? "" : pattern[_at..(_at += digits)];
        if (int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value)) return value;
        Fail("a character in hexadecimal digits");
        return ' ';
    }

    /// <summary><c>{n}</c>, <c>{n,}</c>, <c>{n,m}</c> or <c>{,m}</c>; every other brace is just a brace.</summary>
    public bool TryBounds(out int min, out int? max)
    {
        (min, max) = (0, null);
        if (AtEnd || pattern[_at] != '{') return false;
        var close = pattern.IndexOf('}', _at);
        if (close < 0) return false;
        var bounds = pattern[(_at + 1)..close].Split(',');
        if (bounds.Length > 2 || bounds.All(b => b.Length == 0)) return false;
        if (bounds[0].Length > 0 && !Count(bounds[0], out min)) return false;
        if (bounds.Length == 1) max = min;
        else if (bounds[1].Length > 0)
        {
            if (!Count(bounds[1], out var most)) return false;
            max = most;
        }

        _at = close + 1;
        if (min > MostRepeats || max > MostRepeats) Fail($"at most {MostRepeats} repeats");
        return true;
    }

    public void Fail(string expected, int back = 0) => Error ??= string.Create(
        CultureInfo.InvariantCulture, $"The regular expression \"{pattern}\" cannot be generated from: expected {expected} at character {_at - back + 1}");

    private static bool Count(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
