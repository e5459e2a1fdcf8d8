using PactKit.Broker.Storage;

namespace PactKit.Broker.Upkeep;

/// <summary>The data of a broker without its server, for commands that work on them; a broker may run on them at the same time.</summary>
internal sealed class BrokerDatabase : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BrokerDatabase(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public Dialect Dialect => Services.GetRequiredService<Dialect>();

    /// <param name="url">As <c>PACT_BROKER_DATABASE_URL</c>.</param>
    /// <param name="clock">The caller's clock.</param>
    /// <param name="ct">Stops waiting for the migration's lock.</param>
    /// <exception cref="ArgumentException">The URL names no database this broker knows.</exception>
    public static async Task<BrokerDatabase> OpenAsync(string url, TimeProvider clock, CancellationToken ct)
    {
        var app = BrokerApp.Build([$"--PACT_BROKER_DATABASE_URL={url}"], builder =>
        {
            builder.Services.AddSingleton(clock);
            builder.Logging.ClearProviders();
        });
        try
        {
            await Migrator.MigrateUpAsync(app.Services.GetRequiredService<Dialect>(), ct);
            return new BrokerDatabase(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
