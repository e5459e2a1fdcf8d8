using System.Data;
using System.Globalization;
using Dapper;

namespace PactKit.Broker.Storage;

/// <summary>A point in time as the database keeps it: microseconds since 1970-01-01 UTC, the same integer in both databases.</summary>
internal readonly record struct Moment(long Microseconds) : IComparable<Moment>
{
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Microseconds * 10);

    public static Moment Now(TimeProvider clock) => From(clock.GetUtcNow());

    public static Moment From(DateTimeOffset time) => new((time - DateTimeOffset.UnixEpoch).Ticks / 10);

    public int CompareTo(Moment other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Whole seconds with an offset, never <c>Z</c>: clients compare this form.</summary>
    public override string ToString() => Time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";

    internal sealed class Handler : SqlMapper.TypeHandler<Moment>
    {
        public override Moment Parse(object value) => new(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, Moment value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Microseconds;
        }
    }
}
