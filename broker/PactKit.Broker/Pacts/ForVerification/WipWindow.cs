using PactKit.Broker.Settings;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>How many days back work in progress is looked for, when that is to follow how long pacts wait.</summary>
internal static class WipWindow
{
    /// <param name="ages">Days since each pact without a success was published.</param>
    public static int Days(IReadOnlyList<double> ages, WipSettings settings)
    {
        if (ages.Count == 0) return settings.DefaultWindowDays;
        var rank = (int)Math.Ceiling(0.8 * ages.Count) - 1;
        var days = (int)Math.Ceiling(ages.Order().ElementAt(rank));
        return Math.Max(Math.Min(days, settings.MaxLookBackDays), settings.MinWindowDays);
    }
}
