namespace PactKit.Tests.Brokers;

/// <summary>A clock on which every wait is over at once and is written down.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Seconds waited, in order. An hour and more is a time limit, not a wait.</summary>
    public List<double> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.FromHours(1) && dueTime >= TimeSpan.Zero)
        {
            Waits.Add(dueTime.TotalSeconds);
            _now += dueTime;
            _ = Task.Run(() => callback(state));
        }

        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
