namespace PactKit.Recording;

/// <summary>Another moment for a moment: every part of it differs.</summary>
internal static class Times
{
    public static object Other(object time) => time switch
    {
        DateTime moment => Other(moment),
        DateTimeOffset moment => new DateTimeOffset(Other(moment.DateTime), moment.Offset),
        DateOnly date => DateOnly.FromDateTime(Other(date.ToDateTime(TimeOnly.MinValue))),
        TimeOnly clock => TimeOnly.FromDateTime(Other(DateTime.MinValue.Add(clock.ToTimeSpan()))),
        TimeSpan span => span + new TimeSpan(1, 13, 17, 17),
        _ => throw new ArgumentException($"{time.GetType()} is not a time.", nameof(time)),
    };

    private static DateTime Other(DateTime moment) => new(
        moment.Year >= 2000 ? 1987 : 2034,
        (moment.Month % 12) + 1,
        (moment.Day % 28) + 1,
        (moment.Hour + 13) % 24,
        (moment.Minute + 17) % 60,
        (moment.Second + 17) % 60,
        moment.Kind);
}
