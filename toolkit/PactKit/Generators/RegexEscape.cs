namespace PactKit.Generators;

/// <summary>Reads what follows a backslash, where it stands for characters.</summary>
internal static class RegexEscape
{
    private static readonly CharacterSet Hexadecimal = CharacterSet.Of(('0', '9'), ('a', 'f'));

    private static readonly CharacterSet Upper = CharacterSet.Of(('A', 'Z'));

    private static readonly CharacterSet Lower = CharacterSet.Of(('a', 'z'));

    private static readonly CharacterSet Punctuation = CharacterSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~'));

    public static CharacterSet Read(RegexScanner scanner)
    {
        var c = scanner.Take();
        return c switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Except(),
            'w' => CharacterSet.Word,
            'W' => CharacterSet.Word.Except(),
            's' => CharacterSet.Blank,
            'S' => CharacterSet.Blank.Except(),
            'h' => Hexadecimal,
            'H' => Hexadecimal.Except(),
            'p' => Property(scanner, negated: false),
            'P' => Property(scanner, negated: true),
            'x' => One(scanner.TakeHex(2)),
            'u' => One(scanner.TakeHex(4)),
            't' => One('\t'),
            'n' or 'R' => One('\n'),
            'r' => One('\r'),
            'f' => One('\f'),
            'v' => One('\v'),
            'a' => One('\a'),
            'e' => One('\u001b'),
            '0' => One('\0'),
            _ => One(c),
        };
    }

    /// <summary>A class by its name in POSIX, Java or Unicode; empty where the name is not known.</summary>
    public static CharacterSet Named(string name) => name.ToUpperInvariant() switch
    {
        "ALPHA" or "L" or "LETTER" or "ISALPHABETIC" or "ALPHABETIC" or "LATIN" or "ISLATIN" => Upper.And(Lower),
        "UPPER" or "LU" or "ISUPPERCASE" => Upper,
        "LOWER" or "LL" or "ISLOWERCASE" => Lower,
        "DIGIT" or "N" or "ND" or "ISDIGIT" => CharacterSet.Digits,
        "ALNUM" => CharacterSet.Digits.And(Upper).And(Lower),
        "WORD" => CharacterSet.Word,
        "XDIGIT" => Hexadecimal,
        "SPACE" or "BLANK" or "Z" or "ZS" => CharacterSet.Blank,
        "PUNCT" or "P" => Punctuation,
        "S" => CharacterSet.Of(('$', '$'), ('+', '+'), ('<', '>'), ('^', '^'), ('|', '|'), ('~', '~')),
        "GRAPH" => CharacterSet.Of(('!', '~')),
        "PRINT" or "ASCII" => CharacterSet.Printable,
        "CNTRL" => CharacterSet.Of((1, 31)),
        _ => CharacterSet.Of(),
    };

    private static CharacterSet Property(RegexScanner scanner, bool negated)
    {
        var name = scanner.TryTake('{') ? scanner.TakeUntil('}') : ((char)scanner.Take()).ToString();
        if (name.StartsWith('^'))
        {
            negated = !negated;
            name = name[1..];
        }

        var set = Named(name);
        if (set.IsEmpty) scanner.Fail($"the name of a class this engine can write, not \"{name}\"");
        return negated ? set.Except() : set;
    }

    private static CharacterSet One(int c) => CharacterSet.Of((c, c));
}
