using System.Text;
using PactKit.Matching.Regexes;

namespace PactKit.Generators;

/// <summary>Makes a text that a pattern matches.</summary>
internal static class RegexText
{
    private const int Attempts = 100;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    public static GeneratedValue Generate(string pattern, Random random)
    {
        if (!RegexPattern.TryParse(pattern, out var node, out var error)) return GeneratedValue.Failed(error);
        // Look-around and word boundaries say nothing about which characters to write, so the result is held against the pattern.
        var check = new FullMatchRegex(pattern, Timeout);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var writer = new RegexWriter(random);
            node.Write(writer);
            if (writer.IsTooLong) return GeneratedValue.Failed($"what the pattern \"{pattern}\" matches is too long to be generated");
            var text = writer.ToString();
            if (check.Match(text) != RegexOutcome.NoMatch) return GeneratedValue.Text(text);
        }

        return GeneratedValue.Failed($"no text for the pattern \"{pattern}\" was found in {Attempts} attempts");
    }
}

/// <summary>The text so far, and what its groups wrote.</summary>
internal sealed class RegexWriter(Random random)
{
    private const int MaxLength = 10_000;

    // What is repeated may write nothing, such as an anchor: then the length would never end it.
    private const int MaxRepeats = 100_000;

    private readonly StringBuilder _text = new();

    private readonly Dictionary<string, string> _groups = [];
    private int _repeats;

    public Random Random { get; } = random;

    public int Length => _text.Length;

    public bool IsTooLong => _text.Length > MaxLength || _repeats > MaxRepeats;

    /// <summary>Counts one repeat; false where the text is too long for another.</summary>
    public bool MayRepeat() => ++_repeats <= MaxRepeats && !IsTooLong;

    public void Write(int codePoint) => _text.Append(new Rune(codePoint).ToString());

    public void WriteGroup(string name) => _text.Append(_groups.GetValueOrDefault(name, ""));

    public void Remember(string name, int start) => _groups[name] = _text.ToString(start, _text.Length - start);

    public override string ToString() => _text.ToString();
}
