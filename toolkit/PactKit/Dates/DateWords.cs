namespace PactKit.Dates;

/// <summary>The words of date and time expressions. "tue" and "thu" are none, as elsewhere.</summary>
internal static class DateWords
{
    public static readonly Dictionary<string, DayOfWeek> Weekdays = new()
    {
        ["mon"] = DayOfWeek.Monday, ["monday"] = DayOfWeek.Monday, ["tues"] = DayOfWeek.Tuesday, ["tuesday"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday, ["wednesday"] = DayOfWeek.Wednesday, ["thurs"] = DayOfWeek.Thursday, ["thursday"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday, ["friday"] = DayOfWeek.Friday, ["sat"] = DayOfWeek.Saturday, ["saturday"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday, ["sunday"] = DayOfWeek.Sunday,
    };

    public static readonly Dictionary<string, DateUnit> DateUnits = new()
    {
        ["day"] = DateUnit.Day, ["week"] = DateUnit.Week, ["month"] = DateUnit.Month, ["year"] = DateUnit.Year,
    };

    public static readonly Dictionary<string, DateUnit> TimeUnits = new()
    {
        ["hour"] = DateUnit.Hour, ["minute"] = DateUnit.Minute, ["second"] = DateUnit.Second, ["millisecond"] = DateUnit.Millisecond,
    };

    /// <summary>1 to 12 for a name or its first three letters, else null.</summary>
    public static int? Month(string word)
    {
        for (var month = 1; word.Length > 0 && month <= 12; month++)
        {
            if (DateNames.Months[month - 1].Equals(word, StringComparison.OrdinalIgnoreCase)) return month;
            if (DateNames.ShortMonths[month - 1].Equals(word, StringComparison.OrdinalIgnoreCase)) return month;
        }

        return null;
    }
}
