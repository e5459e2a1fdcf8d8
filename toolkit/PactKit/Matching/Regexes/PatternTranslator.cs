using System.Globalization;
using System.Text;

namespace PactKit.Matching.Regexes;

/// <summary>
/// Rewrites patterns in the dialects of the other Pact implementations (Oniguruma, and where it does not contradict it Java) for .NET:
/// possessive quantifiers, POSIX brackets, <c>\h</c> (a hexadecimal digit), <c>\x{41}</c>, <c>a{,2}</c>, <c>\Q…\E</c> and the like.
/// What .NET understands anyway stays as it is.
/// </summary>
internal static class PatternTranslator
{
    /// <exception cref="ArgumentException">The pattern uses something that cannot be expressed here.</exception>
    public static string Translate(string pattern) => NeedsWork(pattern) ? new Translation(pattern).Run() : pattern;

    private static bool NeedsWork(string pattern) => pattern.AsSpan().IndexOfAny(@"\[{+(") >= 0;

    private sealed class Translation(string pattern)
    {
        private readonly StringBuilder _out = new(pattern.Length + 16);
        private readonly Stack<int> _groups = new();
        private int _at;

        // Where the last thing that a quantifier could apply to begins in the output; -1 where there is none.
        private int _atom = -1;

        public string Run()
        {
            while (_at < pattern.Length) Next();
            return _out.ToString();
        }

        private void Next()
        {
            switch (pattern[_at])
            {
                case '\\':
                    _atom = _out.Length;
                    if (!Quoted()) _at = EscapeTranslator.Translate(pattern, _at, inClass: false, _out);
                    break;
                case '[':
                    _atom = _out.Length;
                    _at = ClassTranslator.Translate(pattern, _at, _out);
                    break;
                case '(':
                    OpenGroup();
                    break;
                case ')':
                    _out.Append(pattern[_at++]);
                    _atom = _groups.Count > 0 ? _groups.Pop() : -1;
                    break;
                case '*' or '+' or '?' when _atom >= 0:
                    Quantifier(pattern[_at++].ToString(), mayBePossessive: true);
                    break;
                case '{' when Interval() is { } interval:
                    Quantifier(interval, mayBePossessive: false);
                    break;
                case '|' or '^' or '$':
                    _atom = -1;
                    _out.Append(pattern[_at++]);
                    break;
                default:
                    _atom = _out.Length;
                    _out.Append(pattern[_at++]);
                    break;
            }
        }

        // \Q…\E: everything between is literal.
        private bool Quoted()
        {
            if (!pattern.AsSpan(_at).StartsWith(@"\Q", StringComparison.Ordinal)) return false;
            var end = pattern.IndexOf(@"\E", _at + 2, StringComparison.Ordinal);
            var literal = end < 0 ? pattern[(_at + 2)..] : pattern[(_at + 2)..end];
            _out.Append("(?:").Append(System.Text.RegularExpressions.Regex.Escape(literal)).Append(')');
            _at = end < 0 ? pattern.Length : end + 2;
            return true;
        }

        private void OpenGroup()
        {
            _groups.Push(_out.Length);
            _atom = -1;
            var rest = pattern.AsSpan(_at);
            if (rest.StartsWith("(?P<", StringComparison.Ordinal)) Copy(4, "(?<");
            else if (rest.StartsWith("(?P=", StringComparison.Ordinal)) BackReference();
            else if (rest.StartsWith("(?~", StringComparison.Ordinal)) throw new ArgumentException("absence operators, (?~…), are not supported");
            else if (rest.StartsWith("(?#", StringComparison.Ordinal)) SkipComment();
            else if (rest.StartsWith("(?", StringComparison.Ordinal)) OptionsOrKind();
            else Copy(1, "(");
        }

        private void BackReference()
        {
            var end = pattern.IndexOf(')', _at);
            if (end < 0) throw new ArgumentException("a back-reference (?P=…) is not closed");
            var start = _groups.Pop();
            _out.Append(CultureInfo.InvariantCulture, $@"\k<{pattern[(_at + 4)..end]}>");
            (_atom, _at) = (start, end + 1);
        }

        private void SkipComment()
        {
            _groups.Pop();
            var end = pattern.IndexOf(')', _at);
            if (end < 0) throw new ArgumentException("a comment (?#…) is not closed");
            _at = end + 1;
        }

        // Inline options: "m" lets the dot match line ends there, and anchors match at every line; .NET spells the two "s" and "m".
        private void OptionsOrKind()
        {
            var end = _at + 2;
            while (end < pattern.Length && (char.IsAsciiLetter(pattern[end]) || pattern[end] == '-')) end++;
            if (end == _at + 2 || end >= pattern.Length || pattern[end] is not (')' or ':'))
            {
                // A look-around, an atomic or a named group.
                Copy(2, "(?");
                while (_at < pattern.Length && pattern[_at] is '<' or '=' or '!' or '>' or ':' or '|')
                {
                    var kind = pattern[_at];
                    Copy(1, kind.ToString());
                    if (kind is '=' or '!' or '>' or ':') break;
                    if (kind != '<' || _at >= pattern.Length || pattern[_at] is '=' or '!') continue;
                    CopyName();
                    break;
                }

                return;
            }

            var options = pattern[(_at + 2)..end];
            var dash = options.IndexOf('-', StringComparison.Ordinal);
            var (on, off) = dash < 0 ? (options, "") : (options[..dash], options[(dash + 1)..]);
            var known = Known(on) + (Known(off).Length > 0 ? "-" : "") + Known(off);
            _out.Append("(?").Append(known.Length == 0 && pattern[end] == ')' ? ":" : known).Append(pattern[end]);
            _at = end + 1;
            if (pattern[end] == ')') _groups.Pop();
        }

        private static string Known(string options) =>
            string.Concat(options.Replace("m", "ms", StringComparison.Ordinal).Where(c => c is 'i' or 'm' or 's' or 'x' or 'n').Distinct());

        private void CopyName()
        {
            var end = pattern.IndexOf('>', _at);
            if (end < 0) throw new ArgumentException("the name of a group is not closed");
            Copy(end + 1 - _at, pattern[_at..(end + 1)]);
        }

        private void Copy(int length, string text)
        {
            _out.Append(text);
            _at += length;
        }

        // {n}, {n,}, {n,m} and {,m}; anything else is a literal brace.
        private string? Interval()
        {
            var end = pattern.IndexOf('}', _at);
            if (end < 0 || _atom < 0) return null;
            var parts = pattern[(_at + 1)..end].Split(',');
            if (parts.Length > 2 || parts.All(p => p.Length == 0) || parts.Any(p => !p.All(char.IsAsciiDigit))) return null;
            _at = end + 1;
            if (parts.Length == 1) return $"{{{parts[0]}}}";
            return $"{{{(parts[0].Length == 0 ? "0" : parts[0])},{parts[1]}}}";
        }

        private void Quantifier(string quantifier, bool mayBePossessive)
        {
            var start = _atom;
            _out.Append(quantifier);
            var next = _at < pattern.Length ? pattern[_at] : '\0';
            if (next == '?')
            {
                _out.Append('?');
                _at++;
            }
            else if (next == '+')
            {
                // After an interval the plus is a quantifier of its own.
                _out.Insert(start, mayBePossessive ? "(?>" : "(?:").Append(mayBePossessive ? ")" : ")+");
                _at++;
            }

            _atom = start;
            WrapIfQuantifiedAgain(start);
        }

        // a** and a{2}{3} are allowed elsewhere; .NET wants a group between two quantifiers.
        private void WrapIfQuantifiedAgain(int start)
        {
            if (_at < pattern.Length && (pattern[_at] is '*' or '{' or '?' or '+')) _out.Insert(start, "(?:").Append(')');
        }
    }
}
