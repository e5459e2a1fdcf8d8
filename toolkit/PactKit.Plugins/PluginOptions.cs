namespace PactKit.Plugins;

/// <summary>Where plugins are looked for and how long they may take.</summary>
public sealed record PluginOptions
{
    public static readonly PluginOptions Default = new();

    /// <summary>
    /// The folder with one folder per plugin. Where null, the default: the environment variable PACT_PLUGIN_DIR, else
    /// <c>.pact/plugins</c> in the user's home.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>How long a plugin may take from its start to the line that names its port. One minute unless told.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one call to a plugin may take. 30 seconds unless told.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Passed to plugins as LOG_LEVEL and RUST_LOG. "info" unless told.</summary>
    public string LogLevel { get; init; } = "info";

    /// <summary>The clock that time limits are taken from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
