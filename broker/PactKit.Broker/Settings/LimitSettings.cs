namespace PactKit.Broker.Settings;

/// <summary>The largest requests the broker takes.</summary>
internal sealed record LimitSettings
{
    /// <summary>Bytes of a body; more is 413.</summary>
    public int BodyBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Levels of nesting in JSON; more is 400. The field's brokers take 50.</summary>
    public int JsonDepth { get; init; } = 50;

    public static LimitSettings From(SettingReader settings) => new()
    {
        BodyBytes = settings.Number("MAX_BODY_BYTES", 128 * 1024 * 1024, least: 1024),
        JsonDepth = settings.Number("MAX_JSON_DEPTH", 50, least: 10),
    };
}
