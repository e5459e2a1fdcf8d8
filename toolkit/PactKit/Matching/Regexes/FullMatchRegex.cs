using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PactKit.Matching.Regexes;

internal enum RegexOutcome
{
    Match,
    NoMatch,

    /// <summary>Not decided within the time limit.</summary>
    TooSlow,

    /// <summary>The pattern is not a regular expression.</summary>
    Invalid,
}

/// <summary>A pattern that has to match a whole text, within a time limit. Never throws.</summary>
internal sealed class FullMatchRegex
{
    // Far more than a pact has patterns; a run that makes up ever new ones does not fill the memory with them.
    private const int MostKept = 1000;

    private static readonly ConcurrentDictionary<string, FullMatchRegex> Kept = new(StringComparer.Ordinal);

    private readonly Regex? _regex;
    private readonly TimeSpan _timeout;
    private Regex? _linear;

    public FullMatchRegex(string pattern, TimeSpan timeout)
    {
        _timeout = timeout;
        try
        {
            _regex = Make(PatternTranslator.Translate(pattern), RegexOptions.None);
        }
        catch (ArgumentException e)
        {
            Error = Why(pattern, e);
        }
    }

    /// <summary>The same pattern is taken apart once: interactions tend to share theirs.</summary>
    public static FullMatchRegex Of(string pattern, TimeSpan timeout)
    {
        var key = timeout == MatchingOptions.Default.RegexTimeout ? pattern : $"{timeout.Ticks.ToString(CultureInfo.InvariantCulture)}\0{pattern}";
        if (Kept.TryGetValue(key, out var known)) return known;
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept.GetOrAdd(key, new FullMatchRegex(pattern, timeout));
    }

    /// <summary>Why the pattern is invalid, where it is.</summary>
    public string? Error { get; }

    public string TimeLimit => string.Create(CultureInfo.InvariantCulture, $"{_timeout.TotalMilliseconds:0} ms");

    public RegexOutcome Match(string text)
    {
        if (_regex is null) return RegexOutcome.Invalid;
        try
        {
            return (_linear ?? _regex).IsMatch(text) ? RegexOutcome.Match : RegexOutcome.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return _linear is null ? MatchInLinearTime(text) : RegexOutcome.TooSlow;
        }
    }

    // Backtracking is the faster engine for everyday patterns. One that ran away gets the engine whose time grows with the text alone,
    // from then on; patterns that engine does not support (back-references, look-around) stay too slow.
    private RegexOutcome MatchInLinearTime(string text)
    {
        try
        {
            var linear = Make(_regex!.ToString(), RegexOptions.NonBacktracking);
            var matches = linear.IsMatch(text);
            _linear = linear;
            return matches ? RegexOutcome.Match : RegexOutcome.NoMatch;
        }
        catch (Exception e) when (e is NotSupportedException or RegexMatchTimeoutException or ArgumentException)
        {
            return RegexOutcome.TooSlow;
        }
    }

    // Users know their pattern, not what was put around it.
    private string Why(string pattern, ArgumentException failure)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, _timeout);
            return failure.Message;
        }
        catch (ArgumentException plain)
        {
            return plain.Message;
        }
    }

    private Regex Make(string pattern, RegexOptions options) =>
        new(options == RegexOptions.None ? $@"\A(?:{pattern})\z" : pattern, RegexOptions.CultureInvariant | options, _timeout);
}
