namespace PactKit.Broker.Settings;

/// <summary>
/// The database as one URL, from <c>DATABASE_URL</c> or from its parts (<c>DATABASE_ADAPTER</c>, <c>_HOST</c>, <c>_NAME</c>, …), as
/// installations of the Ruby broker have them. What is set besides it travels in the URL's query.
/// </summary>
internal static class DatabaseUrl
{
    /// <exception cref="ArgumentException">The adapter is neither postgres nor sqlite, or the name is missing.</exception>
    public static string? From(SettingReader settings)
    {
        // The name of the variable that holds the URL can be set, too: hosting platforms choose their own.
        var url = settings.Text("DATABASE_URL") ?? (settings.Text("DATABASE_URL_ENVIRONMENT_VARIABLE_NAME") is { } name ? Environment.GetEnvironmentVariable(name) : null) ?? FromParts(settings);
        if (url is null || !url.StartsWith("postgres", StringComparison.OrdinalIgnoreCase)) return url;
        var options = new (string Name, string? Value)[]
        {
            ("sslmode", url.Contains("sslmode=", StringComparison.Ordinal) ? null : settings.Text("DATABASE_SSLMODE")),
            ("max_connections", settings.Text("DATABASE_MAX_CONNECTIONS")),
            ("pool_timeout", settings.Text("DATABASE_POOL_TIMEOUT")),
            ("statement_timeout", settings.Text("DATABASE_STATEMENT_TIMEOUT")),
        };
        foreach (var (option, value) in options)
        {
            if (value is not null) url += $"{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{option}={Uri.EscapeDataString(value)}";
        }

        return url;
    }

    /// <summary>The URL that adapter, host, name and so on make; null when none of them is set.</summary>
    /// <exception cref="ArgumentException">The adapter is neither postgres nor sqlite, or the name is missing.</exception>
    public static string? FromParts(SettingReader settings)
    {
        var adapter = settings.Text("DATABASE_ADAPTER");
        var name = settings.Text("DATABASE_NAME");
        if (adapter is null && name is null) return null;
        if (name is null) throw new ArgumentException("PACT_BROKER_DATABASE_ADAPTER is set, and PACT_BROKER_DATABASE_NAME is not. Give the name of the database, or its URL in PACT_BROKER_DATABASE_URL.");
        if (adapter is "sqlite" or "sqlite3") return $"sqlite:///{name}";
        if (adapter is not (null or "postgres" or "postgresql")) throw new ArgumentException($"PACT_BROKER_DATABASE_ADAPTER is '{adapter}'. Use postgres or sqlite.");
        var user = Uri.EscapeDataString(settings.Text("DATABASE_USERNAME") ?? "postgres") + (settings.Text("DATABASE_PASSWORD") is { } password ? ":" + Uri.EscapeDataString(password) : "");
        var port = settings.Text("DATABASE_PORT") is { } given ? ":" + given : "";
        return $"postgres://{user}@{settings.Text("DATABASE_HOST") ?? "localhost"}{port}/{Uri.EscapeDataString(name)}";
    }
}
