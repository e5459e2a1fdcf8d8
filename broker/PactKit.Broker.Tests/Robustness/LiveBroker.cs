using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>A broker behind a real socket, on the real clock.</summary>
public sealed class LiveBroker(WebApplication app) : IAsyncDisposable
{
    public Uri Address { get; } = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => app.Services;

    public static async Task<LiveBroker> StartAsync(string databaseUrl, Action<WebApplicationBuilder>? configure = null)
    {
        var app = BrokerApp.Build(["--urls=http://127.0.0.1:0", $"--PACT_BROKER_DATABASE_URL={databaseUrl}"], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(new FailureLog());
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new LiveBroker(app);
    }

    public HttpClient CreateClient() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>What the broker logs as an error goes to the output of the run, so that a failed request tells its reason.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Console.Error.WriteLine($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}

/// <summary>A database of its own for the tests of a class, and one broker over it.</summary>
public abstract class LiveDatabase : IAsyncLifetime
{
    public string? SkipReason { get; protected set; }

    public string Url { get; private set; } = "";

    public LiveBroker Broker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (await CreateAsync() is not { } url) return;
        Url = url;
        Broker = await LiveBroker.StartAsync(url);
    }

    public async ValueTask DisposeAsync()
    {
        if (Broker is not null) await Broker.DisposeAsync();
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    public abstract ValueTask<string?> CreateAsync();

    protected virtual ValueTask DropAsync() => ValueTask.CompletedTask;
}

public sealed class LiveSqlite : LiveDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-live-").FullName;
    private int _files;

    public override ValueTask<string?> CreateAsync() => ValueTask.FromResult<string?>($"sqlite:///{_folder}/broker{Interlocked.Increment(ref _files)}.sqlite3");

    protected override ValueTask DropAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class LivePostgres(PostgresServer server) : LiveDatabase
{
    public override async ValueTask<string?> CreateAsync()
    {
        SkipReason = server.SkipReason;
        return SkipReason is null ? await server.CreateDatabaseAsync() : null;
    }
}
