using System.Globalization;
using System.Text;

namespace PactKit.Dates;

/// <summary>Writes a moment along the tokens of a pattern.</summary>
internal static class DateFormatter
{
    public static string Format(IReadOnlyList<DateToken> tokens, DateTimeOffset moment, TimeZoneInfo? zone)
    {
        var text = new StringBuilder();
        foreach (var token in tokens) text.Append(token.IsLiteral ? token.Literal : Field(token.Letter, token.Count, moment, zone));
        return text.ToString();
    }

    private static string Field(char letter, int count, DateTimeOffset moment, TimeZoneInfo? zone) => letter switch
    {
        'G' => "AD",
        'y' or 'u' => Year(moment.Year, count),
        'Y' => Year(ISOWeek.GetYear(moment.DateTime), count),
        'M' or 'L' => Named(moment.Month, count, DateNames.ShortMonths, DateNames.Months),
        'd' => Pad(moment.Day, count),
        'D' => Pad(moment.DayOfYear, count),
        'w' => Pad(ISOWeek.GetWeekOfYear(moment.DateTime), count),
        'W' => Pad(((moment.Day - 1 + Weekday(moment.AddDays(1 - moment.Day)) - 1) / 7) + 1, count),
        'F' => Pad(((moment.Day - 1) / 7) + 1, count),
        'E' => count < 4 ? DateNames.ShortDays[Weekday(moment) - 1] : DateNames.Days[Weekday(moment) - 1],
        'e' or 'c' => Named(Weekday(moment), count, DateNames.ShortDays, DateNames.Days),
        'Q' or 'q' => Named(((moment.Month - 1) / 3) + 1, count, DateNames.ShortQuarters, DateNames.Quarters),
        'a' => DateNames.Halves[moment.Hour / 12],
        'H' => Pad(moment.Hour, count),
        'k' => Pad(moment.Hour == 0 ? 24 : moment.Hour, count),
        'h' => Pad(moment.Hour % 12 == 0 ? 12 : moment.Hour % 12, count),
        'K' => Pad(moment.Hour % 12, count),
        'm' => Pad(moment.Minute, count),
        's' => Pad(moment.Second, count),
        'S' => Fraction(moment, count),
        'n' => Pad(moment.Ticks % TimeSpan.TicksPerSecond * 100, count),
        'A' => Pad(moment.TimeOfDay.Ticks / TimeSpan.TicksPerMillisecond, count),
        'N' => Pad(moment.TimeOfDay.Ticks * 100, count),
        'X' => moment.Offset == TimeSpan.Zero ? "Z" : Offset(moment.Offset, count),
        'x' => Offset(moment.Offset, count),
        'Z' => count == 4 ? "GMT" + Offset(moment.Offset, 3) : Offset(moment.Offset, count == 5 ? 3 : 2),
        'O' => count == 4 ? "GMT" + Offset(moment.Offset, 3) : Short(moment.Offset),
        'z' => Abbreviation(moment, zone),
        _ => zone is not null && zone.Id.Count(c => c == '/') == 1 ? zone.Id : "Etc/UTC",
    };

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    private static int Weekday(DateTimeOffset moment) => moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek;

    private static string Year(int year, int count) => count == 2 ? Pad(year % 100, 2) : Pad(year, count);

    private static string Pad(long number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static string Named(int number, int count, string[] names, string[] fullNames) =>
        count < 3 ? Pad(number, count) : count == 3 ? names[number - 1] : fullNames[number - 1];

    private static string Fraction(DateTimeOffset moment, int digits)
    {
        var ticks = (moment.Ticks % TimeSpan.TicksPerSecond).ToString("D7", CultureInfo.InvariantCulture);
        return digits <= ticks.Length ? ticks[..digits] : ticks.PadRight(digits, '0');
    }

    /// <summary>In the form that belongs to a number of X.</summary>
    private static string Offset(TimeSpan offset, int form)
    {
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var time = offset.Duration();
        if (form == 1 && time.Minutes == 0) return $"{sign}{Pad(time.Hours, 2)}";
        var colon = form is 3 or 5 ? ":" : "";
        var seconds = form > 3 && time.Seconds > 0 ? colon + Pad(time.Seconds, 2) : "";
        return $"{sign}{Pad(time.Hours, 2)}{colon}{Pad(time.Minutes, 2)}{seconds}";
    }

    private static string Short(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "GMT";
        var minutes = offset.Minutes == 0 ? "" : ":" + Pad(Math.Abs(offset.Minutes), 2);
        return $"GMT{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture)}{minutes}";
    }

    // Systems name zones in many ways; only what can be read back is used.
    private static string Abbreviation(DateTimeOffset moment, TimeZoneInfo? zone)
    {
        var name = zone is null ? "" : zone.IsDaylightSavingTime(moment) ? zone.DaylightName : zone.StandardName;
        return DateNames.Zones.Contains(name) ? name : moment.Offset == TimeSpan.Zero ? "UTC" : "GMT" + Offset(moment.Offset, 3);
    }
}
