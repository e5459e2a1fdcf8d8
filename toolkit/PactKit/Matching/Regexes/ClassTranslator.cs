using System.Text;

namespace PactKit.Matching.Regexes;

/// <summary>Rewrites one bracket expression: POSIX classes, a bracket within a bracket (a union), and <c>&amp;&amp;[^…]</c> (a difference).</summary>
internal static class ClassTranslator
{
    /// <summary>Returns the position after the bracket expression that begins at <paramref name="at"/>.</summary>
    public static int Translate(string pattern, int at, StringBuilder output)
    {
        output.Append('[');
        at++;
        if (at < pattern.Length && pattern[at] == '^')
        {
            output.Append('^');
            at++;
        }

        var first = true;
        while (at < pattern.Length)
        {
            if (pattern[at] == ']' && !first)
            {
                output.Append(']');
                return at + 1;
            }

            at = Member(pattern, at, output);
            first = false;
        }

        throw new ArgumentException("a bracket is not closed");
    }

    private static int Member(string pattern, int at, StringBuilder output)
    {
        var rest = pattern.AsSpan(at);
        if (rest.StartsWith("[:", StringComparison.Ordinal) && rest.IndexOf(":]", StringComparison.Ordinal) is var end and > 0)
            return Posix(rest[2..end].ToString(), at + end + 2, output);
        if (rest.StartsWith("&&[^", StringComparison.Ordinal)) return Difference(pattern, at + 2, output);
        if (rest.StartsWith("&&", StringComparison.Ordinal)) throw new ArgumentException("an intersection, &&, is only supported with [^…]");
        switch (pattern[at])
        {
            case '\\':
                return EscapeTranslator.Translate(pattern, at, inClass: true, output);
            case '[' when Nested(pattern, at) is { } close:
                return Union(pattern, at + 1, close, output);
            case '[':
                output.Append(@"\[");
                return at + 1;
            case ']':
                output.Append(@"\]");
                return at + 1;
            default:
                output.Append(pattern[at]);
                return at + 1;
        }
    }

    private static int Posix(string name, int after, StringBuilder output)
    {
        var negated = name.StartsWith('^');
        if (PosixClasses.Find(name.TrimStart('^')) is not { } members) throw new ArgumentException($"there is no class [:{name}:]");
        if (!negated) output.Append(members);
        else if (members.Length == 6 && members.StartsWith(@"\p", StringComparison.Ordinal)) output.Append(@"\P").Append(members, 2, 4);
        else if (members is @"\s" or @"\w") output.Append(members.ToUpperInvariant());
        else throw new ArgumentException($"[:{name}:] is not supported");
        return after;
    }

    private static int Difference(string pattern, int at, StringBuilder output)
    {
        var inner = new StringBuilder();
        var after = Translate(pattern, at, inner);
        output.Append('-').Append(inner.Replace("[^", "[", 0, 2));
        return after;
    }

    // A bracket within a bracket begins a union where it is closed and the outer one is closed after it; else it is a literal.
    private static int? Nested(string pattern, int at)
    {
        if (at + 1 < pattern.Length && pattern[at + 1] == '^') return null;
        if (Closing(pattern, at + 1) is not { } close || close == at + 1) return null;
        return Closing(pattern, close + 1) is not null ? close : null;
    }

    // The next bracket that closes, unless a group or another bracket comes first.
    private static int? Closing(string pattern, int from)
    {
        for (var i = from; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']') return i;
            else if (pattern[i] is '(' or ')' or '[') return null;
        }

        return null;
    }

    private static int Union(string pattern, int at, int close, StringBuilder output)
    {
        while (at < close) at = Member(pattern, at, output);
        return close + 1;
    }
}
