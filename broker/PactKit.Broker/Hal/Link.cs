namespace PactKit.Broker.Hal;

/// <summary>One HAL link. <see cref="Extra"/> holds the rare attributes of deployment links.</summary>
internal sealed record Link(string Href, string? Title = null, string? Name = null, bool? Templated = null)
{
    public IReadOnlyList<KeyValuePair<string, object?>> Extra { get; init; } = [];
}
