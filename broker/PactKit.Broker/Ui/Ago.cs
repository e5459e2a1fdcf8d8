using System.Globalization;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Ui;

/// <summary>"3 hours ago", for people.</summary>
internal static class Ago
{
    public static string Text(Moment moment, Moment now)
    {
        var age = now.Time - moment.Time;
        return age.TotalSeconds < 60 ? "just now"
            : age.TotalMinutes < 60 ? Count(age.TotalMinutes, "minute")
            : age.TotalHours < 24 ? Count(age.TotalHours, "hour")
            : age.TotalDays < 31 ? Count(age.TotalDays, "day")
            : age.TotalDays < 365 ? Count(age.TotalDays / 30.4, "month")
            : Count(age.TotalDays / 365, "year");
    }

    private static string Count(double amount, string unit)
    {
        var whole = (int)amount;
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}{(whole == 1 ? "" : "s")} ago");
    }
}
