using System.Globalization;

namespace PactKit.Dates;

/// <summary>Reads the words of a date or time expression.</summary>
internal sealed class DateExpressionParser(string text)
{
    private readonly List<DateStep> _steps = [];
    private int _at;

    public string? Error { get; private set; }

    public IReadOnlyList<DateStep> Date()
    {
        DatePart();
        return End();
    }

    public IReadOnlyList<DateStep> Time()
    {
        TimePart();
        return End();
    }

    public IReadOnlyList<DateStep> DateTime()
    {
        if (Peek() != '@') DatePart();
        if (Error is null && Peek() == '@')
        {
            _at++;
            TimePart();
        }

        return End();
    }

    private List<DateStep> End()
    {
        if (Error is null && Peek() != '\0') Fail("'+', '-' or the end of the expression");
        return _steps;
    }

    private void DatePart()
    {
        var start = Position();
        switch (Word())
        {
            case "now" or "today" or "": break;
            case "yesterday": _steps.Add(new DateStep.Shift(-1, DateUnit.Day)); break;
            case "tomorrow": _steps.Add(new DateStep.Shift(1, DateUnit.Day)); break;
            case "next": DateOffset(next: true); break;
            case "last": DateOffset(next: false); break;
            default: Fail("now, today, yesterday, tomorrow, next, last, '+' or '-'", start); break;
        }

        Shifts(DateWords.DateUnits, "days, weeks, months or years");
    }

    private void TimePart()
    {
        var start = Position();
        if (char.IsAsciiDigit(Peek()))
        {
            OClock(start);
        }
        else
        {
            switch (Word())
            {
                case "now" or "": break;
                case "midnight": _steps.Add(new DateStep.HourOfDay(0)); break;
                case "noon": _steps.Add(new DateStep.HourOfDay(12)); break;
                case "next": TimeOffset(1); break;
                case "last": TimeOffset(-1); break;
                default: Fail("now, midnight, noon, N o'clock, next, last, '+' or '-'", start); break;
            }
        }

        Shifts(DateWords.TimeUnits, "hours, minutes, seconds or milliseconds");
    }

    private void DateOffset(bool next)
    {
        var start = Position();
        var word = Word();
        if (DateWords.Weekdays.TryGetValue(word, out var day)) _steps.Add(new DateStep.Weekday(day, next));
        else if (DateWords.Month(word) is { } month) _steps.Add(new DateStep.MonthOfYear(month, next));
        else if (word == "fortnight") _steps.Add(new DateStep.Shift(next ? 1 : -1, DateUnit.Fortnight));
        else if (DateWords.DateUnits.TryGetValue(word, out var unit)) _steps.Add(new DateStep.Shift(next ? 1 : -1, unit));
        else Fail("day, week, fortnight, month, year, the name of a weekday (mon, tues, wed, thurs, fri, sat, sun) or of a month", start);
    }

    private void TimeOffset(int amount)
    {
        var start = Position();
        if (DateWords.TimeUnits.TryGetValue(Word(), out var unit)) _steps.Add(new DateStep.Shift(amount, unit));
        else Fail("hour, minute, second or millisecond", start);
    }

    private void OClock(int start)
    {
        var hour = Number();
        Position();
        if (string.CompareOrdinal(text, _at, "o'clock", 0, 7) != 0)
        {
            Fail("o'clock");
            return;
        }

        _at += 7;
        if (hour is < 1 or > 12)
        {
            Fail("an hour from 1 to 12", start);
            return;
        }

        var mark = _at;
        switch (Word())
        {
            case "am": _steps.Add(new DateStep.HourOfDay((int)hour % 12)); break;
            case "pm": _steps.Add(new DateStep.HourOfDay(((int)hour % 12) + 12)); break;
            case "": _steps.Add(new DateStep.OClock((int)hour)); break;
            default: Fail("am or pm", mark); break;
        }
    }

    private void Shifts(Dictionary<string, DateUnit> units, string expected)
    {
        while (Error is null && Peek() is '+' or '-')
        {
            var sign = text[_at++] == '-' ? -1 : 1;
            if (!char.IsAsciiDigit(Peek()))
            {
                Fail("a number");
                return;
            }

            var amount = Number();
            var start = Position();
            var word = Word();
            if (!units.TryGetValue(word.EndsWith('s') ? word[..^1] : word, out var unit)) Fail(expected, start);
            else _steps.Add(new DateStep.Shift(sign * amount, unit));
        }
    }

    private int Position()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at;
    }

    private char Peek() => Position() < text.Length ? text[_at] : '\0';

    private string Word()
    {
        var start = Position();
        while (_at < text.Length && char.IsAsciiLetter(text[_at])) _at++;
        return text[start.._at].ToLowerInvariant();
    }

    private long Number()
    {
        var start = Position();
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
        if (long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue) return number;
        Fail("a number below 2147483648", start);
        return 0;
    }

    private void Fail(string expected, int? position = null) => Error ??= string.Create(
        CultureInfo.InvariantCulture, $"The date expression \"{text}\" is not valid: expected {expected} at character {(position ?? Position()) + 1}");
}
