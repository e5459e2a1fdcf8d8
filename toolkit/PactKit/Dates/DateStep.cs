namespace PactKit.Dates;

/// <summary>One step of a date or time expression, from one moment to another. Moments are local times.</summary>
internal abstract record DateStep
{
    private DateStep() { }

    public abstract DateTime From(DateTime moment);

    /// <summary>So many units later, or earlier where negative.</summary>
    public sealed record Shift(long Amount, DateUnit Unit) : DateStep
    {
        // A day the target month does not have becomes its last day: 31 January + 1 month is the end of February.
        public override DateTime From(DateTime moment) => Unit switch
        {
            DateUnit.Millisecond => moment.AddMilliseconds(Amount),
            DateUnit.Second => moment.AddSeconds(Amount),
            DateUnit.Minute => moment.AddMinutes(Amount),
            DateUnit.Hour => moment.AddHours(Amount),
            DateUnit.Day => moment.AddDays(Amount),
            DateUnit.Week => moment.AddDays(7 * Amount),
            DateUnit.Fortnight => moment.AddDays(14 * Amount),
            DateUnit.Month => moment.AddMonths(checked((int)Amount)),
            _ => moment.AddYears(checked((int)Amount)),
        };
    }

    /// <summary>The nearest such day strictly after the moment, or strictly before it. The time of day stays.</summary>
    public sealed record Weekday(DayOfWeek Day, bool Next) : DateStep
    {
        public override DateTime From(DateTime moment)
        {
            var ahead = ((int)Day - (int)moment.DayOfWeek + 7) % 7;
            return moment.AddDays(Next ? (ahead == 0 ? 7 : ahead) : ahead - 7);
        }
    }

    /// <summary>The first day of the nearest such month that is not the current one. The time of day stays.</summary>
    public sealed record MonthOfYear(int Month, bool Next) : DateStep
    {
        public override DateTime From(DateTime moment)
        {
            var first = moment.AddDays(1 - moment.Day);
            var ahead = (Month - moment.Month + 12) % 12;
            return first.AddMonths(Next ? (ahead == 0 ? 12 : ahead) : ahead - 12);
        }
    }

    /// <summary>An hour of the same day, sharp.</summary>
    public sealed record HourOfDay(int Hour) : DateStep
    {
        public override DateTime From(DateTime moment) => moment.Date.AddHours(Hour);
    }

    /// <summary>N o'clock without am or pm: the other half of the day than now.</summary>
    public sealed record OClock(int Hour) : DateStep
    {
        public override DateTime From(DateTime moment) => moment.Date.AddHours((Hour % 12) + (moment.Hour < 12 ? 12 : 0));
    }
}
