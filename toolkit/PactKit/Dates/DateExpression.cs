using System.Diagnostics.CodeAnalysis;

namespace PactKit.Dates;

/// <summary>
/// An expression such as <c>today + 2 weeks</c>, <c>next monday</c> or <c>tomorrow @ 10 o'clock am</c>: which moment a date generator writes.
/// </summary>
internal sealed class DateExpression
{
    private readonly IReadOnlyList<DateStep> _steps;

    private DateExpression(IReadOnlyList<DateStep> steps) => _steps = steps;

    /// <summary>Days, weeks, months and years. Nothing at all means now.</summary>
    public static bool TryParseDate(string? text, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out string? error)
    {
        var parser = new DateExpressionParser(text ?? "");
        return Finish(parser.Date(), parser, out expression, out error);
    }

    /// <summary>Hours, minutes, seconds and milliseconds.</summary>
    public static bool TryParseTime(string? text, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out string? error)
    {
        var parser = new DateExpressionParser(text ?? "");
        return Finish(parser.Time(), parser, out expression, out error);
    }

    /// <summary>A date, <c>@</c>, a time; either may be left out, and <c>@</c> with the time.</summary>
    public static bool TryParseDateTime(string? text, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out string? error)
    {
        var parser = new DateExpressionParser(text ?? "");
        return Finish(parser.DateTime(), parser, out expression, out error);
    }

    /// <summary>The moment, given the local time it is now. False where the calendar ends before it.</summary>
    public bool TryEvaluate(DateTime now, out DateTime moment)
    {
        moment = now;
        try
        {
            foreach (var step in _steps) moment = step.From(moment);
            return true;
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    private static bool Finish(
        IReadOnlyList<DateStep> steps, DateExpressionParser parser, [NotNullWhen(true)] out DateExpression? expression, [NotNullWhen(false)] out string? error)
    {
        error = parser.Error;
        expression = error is null ? new DateExpression(steps) : null;
        return expression is not null;
    }
}
