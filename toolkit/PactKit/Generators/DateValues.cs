using PactKit.Dates;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>Dates and times by the local clock, moved by an expression and written in a pattern.</summary>
internal static class DateValues
{
    // Others write an offset without a colon here, unlike the pattern their rule takes by default.
    private const string DefaultDateTime = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    public static GeneratedValue Generate(Generator generator, TimeProvider time)
    {
        DateExpression? moved;
        string? error;
        string? format;
        var isValid = generator switch
        {
            DateGenerator date => Use(date.Format ?? DatePattern.DefaultDate, DateExpression.TryParseDate(date.Expression, out moved, out error), out format),
            TimeGenerator at => Use(at.Format ?? DatePattern.DefaultTime, DateExpression.TryParseTime(at.Expression, out moved, out error), out format),
            DateTimeGenerator both => Use(both.Format ?? DefaultDateTime, DateExpression.TryParseDateTime(both.Expression, out moved, out error), out format),
            _ => throw new ArgumentException($"A {generator.GetType()} generates no date.", nameof(generator)),
        };
        if (!isValid || !DatePattern.TryParse(format, out var pattern, out error)) return GeneratedValue.Failed(error!);
        if (!moved!.TryEvaluate(time.GetLocalNow().DateTime, out var local)) return GeneratedValue.Failed("the calendar ends before that date");
        var zone = time.LocalTimeZone;
        return GeneratedValue.Text(pattern.Format(new DateTimeOffset(local, zone.GetUtcOffset(local)), zone));
    }

    private static bool Use(string format, bool isValid, out string used)
    {
        used = format;
        return isValid;
    }
}
