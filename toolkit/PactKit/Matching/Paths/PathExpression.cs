using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using PactKit.Model;

namespace PactKit.Matching.Paths;

internal enum PathTokenKind
{
    /// <summary><c>$</c>; only ever the first token.</summary>
    Root,

    /// <summary><c>.name</c> or <c>['name']</c>.</summary>
    Field,

    /// <summary><c>[3]</c>.</summary>
    Index,

    /// <summary><c>.*</c>: every entry of a map, and every item of a list.</summary>
    Star,

    /// <summary><c>[*]</c>: every item of a list.</summary>
    StarIndex,
}

/// <summary>One step of a path expression. <see cref="Name"/> belongs to a field, <see cref="Index"/> to an index.</summary>
internal sealed record PathToken(PathTokenKind Kind, string Name = "", int Index = -1);

/// <summary>A parsed path expression: where in a body (or under which name) a rule or generator applies.</summary>
internal sealed class PathExpression
{
    // Far more than the pacts of a run have; one that makes up ever new ones does not fill the memory with them.
    private const int MostKept = 2000;

    private static readonly ConcurrentDictionary<string, PathExpression> Kept = new(StringComparer.Ordinal);

    private string? _normalForm;

    private PathExpression(IReadOnlyList<PathToken> tokens) => Tokens = tokens;

    /// <summary>Begins with a Root unless the expression is a bare list of names, as for headers.</summary>
    public IReadOnlyList<PathToken> Tokens { get; }

    /// <summary>Parses an expression. Where that fails, <paramref name="error"/> says what was expected and at which character, counted from 1.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathExpression? expression, [NotNullWhen(false)] out string? error)
    {
        // Interactions tend to share theirs, and each is needed by several matchers.
        error = null;
        if (Kept.TryGetValue(text, out expression)) return true;
        if (!TryRead(text, out expression, out error)) return false;
        if (Kept.Count >= MostKept) Kept.Clear();
        Kept[text] = expression;
        return true;
    }

    private static bool TryRead(string text, [NotNullWhen(true)] out PathExpression? expression, [NotNullWhen(false)] out string? error)
    {
        var tokens = new List<PathToken>();
        error = new Parser(text, tokens, escapes: true).Run();
        if (error is not null && text.Contains(@"\'", StringComparison.Ordinal))
        {
            // Others write a quote inside a name as \', yet read a name up to the next quote whatever stands before it. So a quote
            // after a backslash belongs to the name where the expression makes sense that way, and else ends it.
            tokens.Clear();
            error = new Parser(text, tokens, escapes: false).Run();
        }

        expression = error is null ? new PathExpression(tokens) : null;
        return expression is not null;
    }

    /// <summary>Adds a field to the text of a path expression: "$.a" and "b c" make <c>$.a['b c']</c>.</summary>
    public static string AppendField(string path, string name) => PathText.AppendField(path, name);

    /// <summary>Adds an index to the text of a path expression: "$.a" and 0 make <c>$.a[0]</c>.</summary>
    public static string AppendIndex(string path, int index) => PathText.AppendIndex(path, index);

    /// <summary>The normal form: plain names with a dot, all others quoted.</summary>
    public override string ToString() => _normalForm ??= Write(Tokens);

    private static string Write(IReadOnlyList<PathToken> tokens)
    {
        if (tokens is [{ Kind: PathTokenKind.Field, Name: var first }, ..] && !first.Contains('\'', StringComparison.Ordinal))
            return tokens.Skip(1).Aggregate(first, Append);
        return tokens.Aggregate("", Append);
    }

    private static string Append(string path, PathToken token) => token.Kind switch
    {
        PathTokenKind.Root => PathText.Root,
        PathTokenKind.Field => PathText.AppendField(path, token.Name),
        PathTokenKind.Index => PathText.AppendIndex(path, token.Index),
        PathTokenKind.Star => PathText.AppendStar(path),
        _ => PathText.AppendStarIndex(path),
    };

    private ref struct Parser(string text, List<PathToken> tokens, bool escapes)
    {
        private int _at;

        /// <summary>Null where the whole text was read, else the error.</summary>
        public string? Run()
        {
            if (text.Length == 0) return "The path expression is empty; expected '$'";
            if (text[0] == '$')
            {
                tokens.Add(new PathToken(PathTokenKind.Root));
                _at = 1;
            }
            else if (!ReadName())
            {
                return Error("'$' or a name");
            }

            while (_at < text.Length)
            {
                var error = text[_at] switch
                {
                    '.' => AfterDot(),
                    '[' => AfterBracket(),
                    _ => Error("'.' or '['"),
                };
                if (error is not null) return error;
            }

            return null;
        }

        private string? AfterDot()
        {
            _at++;
            if (_at < text.Length && text[_at] == '*')
            {
                _at++;
                tokens.Add(new PathToken(PathTokenKind.Star));
                return null;
            }

            return ReadName() ? null : Error("a name or '*' after '.'");
        }

        private bool ReadName()
        {
            var start = _at;
            while (_at < text.Length && Rune.TryGetRuneAt(text, _at, out var rune) && MayStandInName(rune)) _at += rune.Utf16SequenceLength;
            if (_at == start) return false;
            tokens.Add(new PathToken(PathTokenKind.Field, text[start.._at]));
            return true;
        }

        private static bool MayStandInName(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or ':' or '#' or '@';

        private string? AfterBracket()
        {
            _at++;
            var next = _at < text.Length ? text[_at] : '\0';
            if (next == '\'') return ReadQuoted();
            var start = _at;
            if (next == '*') _at++;
            else while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;

            if (_at == start) return Error("an index, '*' or a quoted name after '['");
            if (next == '*') tokens.Add(new PathToken(PathTokenKind.StarIndex));
            else if (int.TryParse(text.AsSpan(start.._at), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                tokens.Add(new PathToken(PathTokenKind.Index, Index: index));
            else
            {
                _at = start;
                return Error("an index below 2147483648");
            }

            return Close();
        }

        private string? ReadQuoted()
        {
            _at++;
            var name = new StringBuilder();
            while (_at < text.Length)
            {
                if (escapes && text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] == '\'') _at++;
                else if (text[_at] == '\'') break;
                name.Append(text[_at++]);
            }

            if (_at == text.Length) return Error("a closing quote");
            if (name.Length == 0) return Error("a name between the quotes");
            _at++;
            tokens.Add(new PathToken(PathTokenKind.Field, name.ToString()));
            return Close();
        }

        private string? Close()
        {
            if (_at == text.Length || text[_at] != ']') return Error("']'");
            _at++;
            return null;
        }

        private readonly string Error(string expected) =>
            string.Create(CultureInfo.InvariantCulture, $"The path expression \"{text}\" is not valid: expected {expected} at character {_at + 1}");
    }
}
