namespace PactKit.Broker.Settings;

/// <summary>How far back work in progress is looked for.</summary>
internal sealed record WipSettings
{
    /// <summary>A success on a branch counts for this many days.</summary>
    public int LookBackDays { get; init; } = 30;

    /// <summary>Replace the date a provider asks for by one that follows how long pacts take to be verified.</summary>
    public bool Dynamic { get; init; }

    public int MaxLookBackDays { get; init; } = 14;

    public int MinWindowDays { get; init; } = 7;

    public int DefaultWindowDays { get; init; } = 7;

    public static WipSettings From(SettingReader settings) => new()
    {
        LookBackDays = settings.Number("VERIFIED_BY_OTHER_BRANCH_LOOKBACK_DAYS", 30),
        Dynamic = settings.Flag("DYNAMIC_WIP_WINDOW", false),
        MaxLookBackDays = settings.Number("MAX_WIP_LOOKBACK_DAYS", 14, least: 1),
        MinWindowDays = settings.Number("MIN_WIP_WINDOW_DAYS", 7),
        DefaultWindowDays = settings.Number("DEFAULT_WIP_WINDOW_DAYS", 7),
    };
}
