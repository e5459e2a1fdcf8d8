namespace PactKit.Generators;

/// <summary>Reads a class in brackets: characters, ranges, escapes, classes within it and <c>&amp;&amp;</c>.</summary>
internal sealed class RegexClass(RegexScanner scanner, int depth = 0)
{
    private const int MaxDepth = 20;

    /// <summary>Reads up to the closing bracket; the opening one was taken.</summary>
    public CharacterSet Read()
    {
        var isNegated = scanner.TryTake('^');
        var set = CharacterSet.Of();
        // A bracket that comes first stands for itself.
        if (scanner.TryTake(']')) set = CharacterSet.Of((']', ']'));
        while (!scanner.AtEnd && !scanner.TryTake(']'))
        {
            if (scanner.TryTake("&&"))
            {
                set = set.Within(new RegexClass(scanner, depth + 1).Rest());
                break;
            }

            set = set.And(Item());
        }

        if (scanner.Previous != ']') scanner.Fail("']'");
        return isNegated ? set.Except() : set;
    }

    // What follows && up to the bracket that closes the whole class.
    private CharacterSet Rest()
    {
        if (depth > MaxDepth) scanner.Fail($"classes nested less than {MaxDepth} deep");
        var set = CharacterSet.Of();
        while (!scanner.AtEnd && !scanner.TryTake(']'))
        {
            if (scanner.TryTake("&&")) return set.Within(new RegexClass(scanner, depth + 1).Rest());
            set = set.And(Item());
        }

        return set;
    }

    private CharacterSet Item()
    {
        if (scanner.TryTake("[:"))
        {
            var isNegated = scanner.TryTake('^');
            var name = scanner.TakeUntil(':');
            var named = RegexEscape.Named(name);
            if (named.IsEmpty || !scanner.TryTake(']')) scanner.Fail("the name of a class such as [:alpha:]");
            return isNegated ? named.Except() : named;
        }

        if (scanner.TryTake('['))
        {
            if (depth > MaxDepth) scanner.Fail($"classes nested less than {MaxDepth} deep");
            return new RegexClass(scanner, depth + 1).Read();
        }

        var first = One(out var set);
        if (first is not { } from || scanner.AtEnd || scanner.Peek() != '-') return set;
        scanner.Take();
        if (scanner.AtEnd || scanner.Peek() == ']') return set.And(CharacterSet.Of(('-', '-')));
        if (One(out var other) is not { } to) return set.And(other).And(CharacterSet.Of(('-', '-')));
        if (to < from) scanner.Fail("a range from a lower to a higher character", back: 1);
        return CharacterSet.Of((from, to));
    }

    /// <summary>A single character, also escaped; null where the escape stands for many.</summary>
    private int? One(out CharacterSet set)
    {
        if (!scanner.TryTake('\\'))
        {
            var c = scanner.Take();
            set = CharacterSet.Of((c, c));
            return c;
        }

        // Within a class \b is a backspace.
        set = scanner.TryTake('b') ? CharacterSet.Of(('\b', '\b')) : RegexEscape.Read(scanner);
        return set.Single;
    }
}
