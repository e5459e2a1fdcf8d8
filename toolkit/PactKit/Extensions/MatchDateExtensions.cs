using System.Globalization;
using PactKit.Dates;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// Dates and times, from .NET types and .NET formats. Pact files hold Java's patterns; the formats are translated, and what no pattern can say is
/// refused. Text outside the pattern's letters goes in quotes, as in .NET.
/// </summary>
public static class MatchDateExtensions
{
    // As System.Text.Json writes and reads them: fractions only where there are some, an offset only where one is known.
    private const string TimePattern = "\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?";

    private const string Iso8601Pattern = "^\\d{4}-\\d{2}-\\d{2}T" + TimePattern + "(Z|[+-]\\d{2}:\\d{2})?$";

    extension(Match)
    {
        /// <summary>A date.</summary>
        /// <param name="example">The example.</param>
        /// <param name="format">.NET format; yyyy-MM-dd, as the serialiser writes it, when null.</param>
        /// <exception cref="ArgumentException">The format cannot be said in a pact file.</exception>
        public static IMatcher Date(DateOnly example, string? format = null) =>
            Rule("date", format ?? "yyyy-MM-dd", f => example.ToString(f, CultureInfo.InvariantCulture));

        /// <summary>A time.</summary>
        /// <param name="example">The example.</param>
        /// <param name="format">.NET format. Null: a time as System.Text.Json writes it, with a fraction or without.</param>
        /// <exception cref="ArgumentException">The format cannot be said in a pact file.</exception>
        public static IMatcher Time(TimeOnly example, string? format = null) => format is null
            ? new RegexMatcher(example.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + Fraction(example.Ticks), $"^{TimePattern}$")
            : Rule("time", format, f => example.ToString(f, CultureInfo.InvariantCulture));

        /// <summary>A date with a time.</summary>
        /// <param name="example">The example.</param>
        /// <param name="format">.NET format. Null: any ISO 8601 timestamp as System.Text.Json writes it, with a fraction and an offset or without.</param>
        /// <exception cref="ArgumentException">The format cannot be said in a pact file.</exception>
        public static IMatcher DateTime(DateTime example, string? format = null) => format is null
            ? Iso(example.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Fraction(example.Ticks) + example.ToString("%K", CultureInfo.InvariantCulture))
            : Rule("datetime", format, f => example.ToString(f, CultureInfo.InvariantCulture));

        /// <inheritdoc cref="DateTime(System.DateTime, string?)"/>
        public static IMatcher DateTime(DateTimeOffset example, string? format = null) => format is null
            ? Iso(example.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Fraction(example.Ticks) + example.ToString("zzz", CultureInfo.InvariantCulture))
            : Rule("datetime", format, f => example.ToString(f, CultureInfo.InvariantCulture));

        /// <summary>Any ISO 8601 timestamp: 2026-11-22T20:15:00Z, with a fraction and an offset or without.</summary>
        public static IMatcher Iso8601(string example) => Iso(example);
    }

    private static RegexMatcher Iso(string example) => new(example, Iso8601Pattern);

    private static RuleMatcher Rule(string type, string format, Func<string, string> spell)
    {
        var pattern = DotNetFormat.ToJava(format, out var error) ?? throw new ArgumentException(error, nameof(format));
        try
        {
            return new RuleMatcher(type, spell(format)).With("format", pattern);
        }
        catch (FormatException fault)
        {
            throw new ArgumentException($"The example has no \"{format}\": {fault.Message}", nameof(format), fault);
        }
    }

    private static string Fraction(long ticks)
    {
        var fraction = ticks % TimeSpan.TicksPerSecond;
        return fraction == 0 ? "" : "." + fraction.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0');
    }
}
