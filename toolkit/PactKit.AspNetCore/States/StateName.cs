using System.Text.RegularExpressions;

namespace PactKit.States;

/// <summary>Name of a state, with placeholders: <c>user {id} exists</c>.</summary>
internal sealed partial class StateName
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _pattern;
    private readonly List<string> _placeholders = [];

    /// <exception cref="ArgumentException">A placeholder occurs twice.</exception>
    public StateName(string text)
    {
        Text = text;
        var (pattern, end) = ("", 0);
        foreach (var match in Placeholder().Matches(text).Cast<Match>())
        {
            var name = match.Groups[1].Value;
            if (_placeholders.Contains(name)) throw new ArgumentException($"The state '{text}' has two placeholders '{name}'.", nameof(text));
            _placeholders.Add(name);
            pattern += Regex.Escape(text[end..match.Index]) + $"(?<{name}>.+?)";
            end = match.Index + match.Length;
            Literal -= match.Length;
        }

        Literal += text.Length + (_placeholders.Count == 0 ? 1 : 0);
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
        _pattern = new Regex($@"\A{pattern}{Regex.Escape(text[end..])}\z", Options, Limit);
    }

    public string Text { get; }

    /// <summary>How much of the name is fixed.</summary>
    public int Literal { get; }

    /// <summary>The values of the placeholders, or null where the name is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string name) =>
        _pattern.Match(name) is { Success: true } match
            ? _placeholders.ToDictionary(placeholder => placeholder, placeholder => match.Groups[placeholder].Value)
            : null;

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Placeholder();
}
