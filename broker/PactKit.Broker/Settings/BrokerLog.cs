namespace PactKit.Broker.Settings;

/// <summary><c>LOG_LEVEL</c> (debug, info, warn, error, fatal) and <c>LOG_FORMAT</c> (default or json).</summary>
internal static class BrokerLog
{
    public static void Configure(ILoggingBuilder logging, SettingReader settings)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("FluentMigrator", LogLevel.Warning);
        if (settings.Text("LOG_LEVEL") is { } level) logging.SetMinimumLevel(Level(level));
        if (settings.Text("LOG_FORMAT") == "json") logging.AddJsonConsole();
    }

    /// <exception cref="ArgumentException">No level has this name.</exception>
    internal static LogLevel Level(string name) => name.ToLowerInvariant() switch
    {
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" or "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "fatal" => LogLevel.Critical,
        _ => throw new ArgumentException($"PACT_BROKER_LOG_LEVEL is '{name}'. Use debug, info, warn, error or fatal."),
    };
}
