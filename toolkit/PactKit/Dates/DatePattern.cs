using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PactKit.Dates;

/// <summary>A pattern in the letters of Java's DateTimeFormatter, as date, time and datetime rules and generators use them. Names are English.</summary>
internal sealed class DatePattern
{
    /// <summary>What a date rule or generator means where it names no pattern.</summary>
    public const string DefaultDate = "yyyy-MM-dd";

    public const string DefaultTime = "HH:mm:ss";

    public const string DefaultDateTime = "yyyy-MM-dd'T'HH:mm:ssXXX";

    private const int CacheLimit = 1000;

    private static readonly ConcurrentDictionary<string, (DatePattern? Pattern, string? Error)> Cache = new();

    private readonly IReadOnlyList<DateToken> _tokens;

    private DatePattern(IReadOnlyList<DateToken> tokens) => _tokens = tokens;

    /// <summary>Parses a pattern, once: the result is kept. The error names the character that makes no sense.</summary>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out DatePattern? parsed, [NotNullWhen(false)] out string? error)
    {
        // Patterns come from pact files, so there are few; the limit only guards a broker that reads files for ever.
        if (Cache.Count > CacheLimit) Cache.Clear();
        (parsed, error) = Cache.GetOrAdd(pattern, static text =>
        {
            var tokens = DatePatternParser.Parse(text, out var fault);
            return (fault is null ? new DatePattern(tokens) : null, fault);
        });
        return parsed is not null;
    }

    /// <summary>
    /// Whether the whole text is a date in this pattern. Numbers may be shorter than the pattern says, never longer; each is checked for
    /// its range, and the day of the month against month and year, leap years included.
    /// </summary>
    public bool Matches(string text) => new DateMatcher(text).Matches(_tokens);

    /// <summary>Writes a moment. <paramref name="zone"/> is only asked for its name (letters z and V).</summary>
    public string Format(DateTimeOffset moment, TimeZoneInfo? zone = null) => DateFormatter.Format(_tokens, moment, zone);
}

/// <summary>A run of one pattern letter, or literal text (then <see cref="Letter"/> is <c>'\0'</c>).</summary>
internal readonly record struct DateToken(char Letter, int Count, string Literal = "")
{
    public bool IsLiteral => Letter == '\0';
}
