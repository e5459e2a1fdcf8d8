using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PactKit.Generators;

/// <summary>
/// Reads what patterns have in common in Java, Ruby and .NET, as far as it says which characters to write: anchors, look-around and flags write
/// nothing, and the text is checked afterwards.
/// </summary>
internal sealed class RegexPattern
{
    /// <summary>How often a repeat without an upper bound repeats beyond its lower one.</summary>
    private const int Unbounded = 20;

    private const int MaxDepth = 100;

    private static readonly RegexNode Nothing = new RegexNode.Sequence([]);

    private readonly RegexScanner _scanner;
    private int _groups;
    private int _depth;

    private RegexPattern(string pattern) => _scanner = new RegexScanner(pattern);

    public static bool TryParse(string pattern, [NotNullWhen(true)] out RegexNode? node, [NotNullWhen(false)] out string? error)
    {
        var parser = new RegexPattern(pattern);
        node = parser.Choice();
        if (!parser._scanner.AtEnd) parser._scanner.Fail("the end of the pattern");
        error = parser._scanner.Error;
        if (error is not null) node = null;
        return node is not null;
    }

    private RegexNode Choice()
    {
        if (++_depth > MaxDepth) _scanner.Fail($"groups nested less than {MaxDepth} deep");
        var choices = new List<RegexNode> { Sequence() };
        while (_scanner.TryTake('|')) choices.Add(Sequence());
        _depth--;
        return choices.Count == 1 ? choices[0] : new RegexNode.Choice(choices);
    }

    private RegexNode Sequence()
    {
        var nodes = new List<RegexNode>();
        while (!_scanner.AtEnd && _scanner.Peek() is not ('|' or ')')) nodes.Add(Repeated(Atom()));
        return nodes.Count == 1 ? nodes[0] : new RegexNode.Sequence(nodes);
    }

    private RegexNode Atom()
    {
        var c = _scanner.Take();
        return c switch
        {
            '(' => Group(),
            '[' => Characters(new RegexClass(_scanner).Read()),
            '.' => Characters(CharacterSet.Printable),
            '^' or '$' => Nothing,
            '\\' => Escape(),
            '*' or '+' or '?' => Unexpected(),
            _ => Literal(c),
        };
    }

    private RegexNode Unexpected()
    {
        _scanner.Fail("something to repeat", back: 1);
        return Nothing;
    }

    private RegexNode Group()
    {
        var names = new List<string>();
        var isWritten = true;
        if (_scanner.TryTake("?#"))
        {
            _scanner.TakeUntil(')');
            return Nothing;
        }

        if (_scanner.TryTake("?=") || _scanner.TryTake("?!") || _scanner.TryTake("?<=") || _scanner.TryTake("?<!")) isWritten = false;
        else if (_scanner.TryTake("?<") || _scanner.TryTake("?P<")) names.AddRange([NextNumber(), _scanner.TakeUntil('>')]);
        else if (_scanner.TryTake("?'")) names.AddRange([NextNumber(), _scanner.TakeUntil('\'')]);
        else if (_scanner.TryTake("?") && !_scanner.TryTake('>') && Flags()) return Nothing;
        else if (_scanner.Previous == '(') names.Add(NextNumber());

        var node = Choice();
        if (!_scanner.TryTake(')')) _scanner.Fail("')'");
        return isWritten ? new RegexNode.Group(node, names) : Nothing;
    }

    private string NextNumber() => (++_groups).ToString(CultureInfo.InvariantCulture);

    /// <summary>Flags as in <c>(?i)</c>, which is a whole group, or <c>(?i:…)</c>, of which the rest follows.</summary>
    private bool Flags()
    {
        while (!_scanner.AtEnd && (char.IsAsciiLetter((char)_scanner.Peek()) || _scanner.Peek() is '-' or '^')) _scanner.Take();
        if (_scanner.TryTake(':')) return false;
        if (!_scanner.TryTake(')')) _scanner.Fail("':' or ')'");
        return true;
    }

    private RegexNode Escape()
    {
        if (_scanner.AtEnd)
        {
            _scanner.Fail("a character after '\\'");
            return Nothing;
        }

        var c = _scanner.Peek();
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                _scanner.Take();
                return Nothing;
            case 'k':
                _scanner.Take();
                return new RegexNode.BackReference(_scanner.TryTake('<') ? _scanner.TakeUntil('>') : _scanner.TryTake('\'') ? _scanner.TakeUntil('\'') : "");
            case >= '1' and <= '9':
                _scanner.Take();
                return new RegexNode.BackReference(((char)c).ToString());
            case 'Q':
                _scanner.Take();
                return new RegexNode.Sequence([.. _scanner.TakeThrough("\\E").EnumerateRunes().Select(r => Literal(r.Value))]);
            default:
                return Characters(RegexEscape.Read(_scanner));
        }
    }

    private RegexNode Repeated(RegexNode node)
    {
        for (var bounds = Bounds(); bounds is { } found; bounds = Bounds())
        {
            // Lazy and possessive say how to match, not what.
            if (!_scanner.TryTake('?')) _scanner.TryTake('+');
            if (found.Min > found.Max) _scanner.Fail("a lower bound below the upper one");
            else node = new RegexNode.Repeat(node, found.Min, found.Max);
        }

        return node;
    }

    private (int Min, int Max)? Bounds()
    {
        if (_scanner.TryTake('*')) return (0, Unbounded);
        if (_scanner.TryTake('+')) return (1, 1 + Unbounded);
        if (_scanner.TryTake('?')) return (0, 1);
        return _scanner.TryBounds(out var min, out var max) ? (min, max ?? min + Unbounded) : null;
    }

    private RegexNode.Characters Characters(CharacterSet set)
    {
        if (!set.IsEmpty) return new RegexNode.Characters(set);
        _scanner.Fail("a class with at least one character", back: 1);
        return new RegexNode.Characters(CharacterSet.Blank);
    }

    private static RegexNode.Characters Literal(int c) => new(CharacterSet.Of((c, c)));
}
