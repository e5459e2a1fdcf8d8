using System.Globalization;
using PactKit.Dates;

namespace PactKit.Tests.Dates;

public sealed class DateExpressionTests
{
    // A Sunday.
    private static readonly DateTime Now = new(2026, 11, 22, 9, 30, 15);

    [Theory]
    [InlineData("", "2026-11-22 09:30")]
    [InlineData("now", "2026-11-22 09:30")]
    [InlineData("today", "2026-11-22 09:30")]
    [InlineData("yesterday", "2026-11-21 09:30")]
    [InlineData("tomorrow", "2026-11-23 09:30")]
    [InlineData("+ 1 day", "2026-11-23 09:30")]
    [InlineData("+1 day", "2026-11-23 09:30")]
    [InlineData("-2 weeks", "2026-11-08 09:30")]
    [InlineData("today + 1 month - 1 year", "2025-12-22 09:30")]
    [InlineData("tomorrow + 3 days + 1 week", "2026-12-03 09:30")]
    [InlineData("next day", "2026-11-23 09:30")]
    [InlineData("last week", "2026-11-15 09:30")]
    [InlineData("next fortnight", "2026-12-06 09:30")]
    [InlineData("next month", "2026-12-22 09:30")]
    [InlineData("last year", "2025-11-22 09:30")]
    [InlineData("next sunday", "2026-11-29 09:30")]
    [InlineData("last sun", "2026-11-15 09:30")]
    [InlineData("next mon", "2026-11-23 09:30")]
    [InlineData("last monday", "2026-11-16 09:30")]
    [InlineData("next tues + 1 day", "2026-11-25 09:30")]
    [InlineData("last sat", "2026-11-21 09:30")]
    [InlineData("next nov", "2027-11-01 09:30")]
    [InlineData("last nov", "2025-11-01 09:30")]
    [InlineData("next january", "2027-01-01 09:30")]
    [InlineData("last jan", "2026-01-01 09:30")]
    [InlineData("next dec", "2026-12-01 09:30")]
    [InlineData("last december", "2025-12-01 09:30")]
    public void A_date_expression_names_a_day(string text, string expected)
    {
        Assert.True(DateExpression.TryParseDate(text, out var expression, out var error), error);
        Assert.True(expression.TryEvaluate(Now, out var moment));
        Assert.Equal(expected, moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-01-31", "+1 month", "2026-02-28")]
    [InlineData("2024-01-31", "+1 month", "2024-02-29")]
    [InlineData("2024-02-29", "+1 year", "2025-02-28")]
    [InlineData("2026-03-31", "-1 month", "2026-02-28")]
    public void A_day_the_month_does_not_have_becomes_its_last(string now, string text, string expected)
    {
        Assert.True(DateExpression.TryParseDate(text, out var expression, out _));
        Assert.True(expression.TryEvaluate(DateTime.Parse(now, CultureInfo.InvariantCulture), out var moment));
        Assert.Equal(expected, moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("now", 9, "09:30:15")]
    [InlineData("midnight", 9, "00:00:00")]
    [InlineData("noon", 9, "12:00:00")]
    [InlineData("5 o'clock", 9, "17:00:00")]
    [InlineData("5 o'clock", 14, "05:00:00")]
    [InlineData("12 o'clock", 9, "12:00:00")]
    [InlineData("12 o'clock", 14, "00:00:00")]
    [InlineData("5 o'clock am", 9, "05:00:00")]
    [InlineData("5 o'clock pm", 9, "17:00:00")]
    [InlineData("12 o'clock am", 9, "00:00:00")]
    [InlineData("12 o'clock pm", 9, "12:00:00")]
    [InlineData("+ 1 hour - 30 minutes", 9, "10:00:15")]
    [InlineData("noon + 10 seconds + 500 milliseconds", 9, "12:00:10")]
    [InlineData("next hour", 9, "10:30:15")]
    [InlineData("last minute", 9, "09:29:15")]
    public void A_time_expression_names_a_time(string text, int hour, string expected)
    {
        Assert.True(DateExpression.TryParseTime(text, out var expression, out var error), error);
        Assert.True(expression.TryEvaluate(Now.Date.AddHours(hour).AddMinutes(30).AddSeconds(15), out var moment));
        Assert.Equal(expected, moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "2026-11-22 09:30")]
    [InlineData("tomorrow", "2026-11-23 09:30")]
    [InlineData("tomorrow @ noon", "2026-11-23 12:00")]
    [InlineData("next mon @ 10 o'clock pm + 5 minutes", "2026-11-23 22:05")]
    [InlineData("@ midnight", "2026-11-22 00:00")]
    [InlineData("today @ + 1 hour", "2026-11-22 10:30")]
    public void A_date_and_time_expression_has_two_parts(string text, string expected)
    {
        Assert.True(DateExpression.TryParseDateTime(text, out var expression, out var error), error);
        Assert.True(expression.TryEvaluate(Now, out var moment));
        Assert.Equal(expected, moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("soon", "expected now, today, yesterday, tomorrow, next, last, '+' or '-' at character 1")]
    [InlineData("next tue", "expected day, week, fortnight, month, year, the name of a weekday")]
    [InlineData("next thu", "the name of a weekday")]
    [InlineData("next", "the name of a weekday (mon, tues, wed, thurs, fri, sat, sun) or of a month at character 5")]
    [InlineData("+ day", "expected a number at character 3")]
    [InlineData("+ 1", "expected days, weeks, months or years at character 4")]
    [InlineData("+ 1 hour", "expected days, weeks, months or years at character 5")]
    [InlineData("today tomorrow", "expected '+', '-' or the end of the expression at character 7")]
    [InlineData("+ 99999999999 days", "expected a number below 2147483648")]
    public void A_bad_date_expression_says_what_was_expected(string text, string expected)
    {
        Assert.False(DateExpression.TryParseDate(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13 o'clock", "expected an hour from 1 to 12 at character 1")]
    [InlineData("5 oclock", "expected o'clock at character 3")]
    [InlineData("5 o'clock xm", "expected am or pm")]
    [InlineData("+ 1 day", "expected hours, minutes, seconds or milliseconds")]
    [InlineData("next day", "expected hour, minute, second or millisecond")]
    public void A_bad_time_expression_says_what_was_expected(string text, string expected)
    {
        Assert.False(DateExpression.TryParseTime(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+ 9000 years")]
    [InlineData("- 2147483647 months")]
    public void The_calendar_ends_somewhere(string text)
    {
        Assert.True(DateExpression.TryParseDate(text, out var expression, out _));
        Assert.False(expression.TryEvaluate(Now, out _));
    }
}
