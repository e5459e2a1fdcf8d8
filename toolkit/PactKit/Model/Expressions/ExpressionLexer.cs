using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PactKit.Model.Expressions;

/// <summary>Takes words, marks and literals off an expression; blanks between them are free.</summary>
internal sealed class ExpressionLexer(string text)
{
    private static readonly JsonElement EmptyText = JsonElement.Parse("\"\"");

    private int _at;

    public string? Error { get; private set; }

    public bool AtEnd => Position == text.Length;

    /// <summary>Where the next thing begins.</summary>
    public int Position
    {
        get
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            return _at;
        }
    }

    public bool NextIsQuote => Next == '\'';

    private char Next => Position < text.Length ? text[_at] : '\0';

    /// <summary>Notes what was expected, here or at <paramref name="position"/>; the first error stays.</summary>
    public MatchingDefinition Fail(string expected, int? position = null)
    {
        Error ??= string.Create(
            CultureInfo.InvariantCulture,
            $"The matching expression \"{text}\" is not valid: expected {expected} at character {(position ?? Position) + 1}");
        return new MatchingDefinition();
    }

    public bool TryTake(char mark)
    {
        if (Error is not null || Next != mark) return false;
        _at++;
        return true;
    }

    public void Take(char mark)
    {
        if (Error is null && !TryTake(mark)) Fail($"'{mark}'");
    }

    public bool TryTake(string word)
    {
        var start = Position;
        if (Word() == word) return true;
        _at = start;
        return false;
    }

    public string Word()
    {
        var start = Position;
        while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at])) _at++;
        return text[start.._at];
    }

    /// <summary>A text in quotes as it stands; a backslash keeps the quote after it from ending it, and stays.</summary>
    public string Quoted()
    {
        if (Error is not null) return "";
        if (Next != '\'')
        {
            Fail("a text in single quotes");
            return "";
        }

        var start = ++_at;
        while (_at < text.Length && text[_at] != '\'') _at += text[_at] == '\\' ? 2 : 1;
        if (_at >= text.Length)
        {
            _at = text.Length;
            Fail("a text with a closing quote", start - 1);
            return "";
        }

        return text[start.._at++];
    }

    /// <summary>A text in quotes with its escapes resolved. An escape that is none is kept, so that <c>\w</c> needs no doubling.</summary>
    public string Escaped()
    {
        var start = Position;
        var raw = Quoted();
        if (!raw.Contains('\\', StringComparison.Ordinal)) return raw;
        var result = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\' || at + 1 == raw.Length) result.Append(raw[at]);
            else if (raw[at + 1] == 'u' && TryUnicode(raw, at + 2, out var rune, out var length)) at += Append(result, rune?.ToString() ?? raw.Substring(at, 2 + length), 1 + length);
            else if (raw[at + 1] == 'u') Fail(@"four hexadecimal digits after \u, or some in braces,", start + 1 + at);
            else at += Append(result, Resolve(raw[at + 1]), 1);
        }

        return result.ToString();
    }

    /// <summary>A text, a number, true, false, or null, which stands for the empty text.</summary>
    public JsonElement Literal()
    {
        if (Error is not null) return EmptyText;
        if (Next == '\'') return JsonSerializer.SerializeToElement(Quoted());
        var start = Position;
        if (Next is '-' || char.IsAsciiDigit(Next)) return Number();
        var word = Word();
        if (word is "true" or "false") return JsonElement.Parse(word);
        if (word != "null") Fail("a text in single quotes, a number, true, false or null", start);
        return EmptyText;
    }

    private JsonElement Number()
    {
        var start = Position;
        if (Next == '-') _at++;
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        }

        if (Json.JsonText.TryParseBody(Encoding.ASCII.GetBytes(text[start.._at]), out var number)) return number;
        Fail("a number", start);
        return EmptyText;
    }

    private static int Append(StringBuilder result, string piece, int consumed)
    {
        result.Append(piece);
        return consumed;
    }

    private static string Resolve(char escaped) => escaped switch
    {
        '\'' => "'",
        '\\' => "\\",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        _ => "\\" + escaped,
    };

    // Half of a surrogate pair is no character, and stays as it is written.
    private static bool TryUnicode(string raw, int at, out Rune? rune, out int length)
    {
        rune = null;
        var end = at < raw.Length && raw[at] == '{' ? raw.IndexOf('}', at) : at + 3;
        length = end - at + 1;
        if (end < at || end >= raw.Length) return false;
        var digits = raw.AsSpan(at, length).Trim("{}");
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        if (Rune.TryCreate(value, out var valid)) rune = valid;
        return true;
    }
}
