namespace PactKit.Generators;

/// <summary>Characters to choose from, as ranges of code points without overlap.</summary>
internal sealed class CharacterSet
{
    public static readonly CharacterSet Printable = Of((' ', '~'));

    public static readonly CharacterSet Digits = Of(('0', '9'));

    public static readonly CharacterSet Word = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    public static readonly CharacterSet Blank = Of((' ', ' '));

    private const int Last = 0x10FFFF;

    private readonly List<(int First, int Last)> _ranges;

    private CharacterSet(IEnumerable<(int First, int Last)> ranges) => _ranges = Normal(ranges);

    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>The character, where there is just one.</summary>
    public int? Single => _ranges is [var only] && only.First == only.Last ? only.First : null;

    public static CharacterSet Of(params (int First, int Last)[] ranges) => new(ranges);

    public CharacterSet And(CharacterSet other) => new(_ranges.Concat(other._ranges));

    /// <summary>What is in both.</summary>
    public CharacterSet Within(CharacterSet other) => new(
        from a in _ranges
        from b in other._ranges
        where a.First <= b.Last && b.First <= a.Last
        select (Math.Max(a.First, b.First), Math.Min(a.Last, b.Last)));

    /// <summary>Everything else: printable ASCII where there is any, else what Unicode has.</summary>
    public CharacterSet Except()
    {
        var rest = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            if (first > next) rest.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last) rest.Add((next, Last));
        var complement = new CharacterSet(rest);
        return complement.Within(Printable) is { IsEmpty: false } printable ? printable : complement;
    }

    public int Pick(Random random)
    {
        var at = random.Next(_ranges.Sum(r => r.Last - r.First + 1));
        foreach (var (first, last) in _ranges)
        {
            if (at <= last - first) return first + at;
            at -= last - first + 1;
        }

        throw new InvalidOperationException("There is no character to pick.");
    }

    // Surrogates are no characters, so they are cut out.
    private static List<(int First, int Last)> Normal(IEnumerable<(int First, int Last)> ranges)
    {
        var whole = ranges.SelectMany(r => ((int First, int Last)[])[(r.First, Math.Min(r.Last, 0xD7FF)), (Math.Max(r.First, 0xE000), r.Last)]);
        var normal = new List<(int First, int Last)>();
        foreach (var (first, last) in whole.Where(r => r.First <= r.Last).Order())
        {
            if (normal.Count > 0 && first <= normal[^1].Last + 1) normal[^1] = (normal[^1].First, Math.Max(normal[^1].Last, last));
            else normal.Add((first, last));
        }

        return normal;
    }
}
