using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Tests.Support;

/// <summary>A broker over one database, shared by the tests of a class and emptied before each of them.</summary>
public abstract class BrokerFixture : IAsyncLifetime
{
    private static readonly string[] Tables = ["triggered_webhooks", "webhooks", "pacticipants", "environments"];
    private WebApplication? _app;

    /// <summary>Moves on by a millisecond whenever somebody looks, so that no two things happen at once.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public string? SkipReason { get; protected set; }

    /// <summary>Settings of this broker besides the database.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        if (await DatabaseUrlAsync() is not { } url) return;
        var settings = Settings.Append(new("PACT_BROKER_DATABASE_URL", url)).Select(setting => $"--{setting.Key}={setting.Value}");
        _app = BrokerApp.Build([.. settings], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await _app.StartAsync();
    }

    public HttpClient CreateClient() => new(_app!.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://example.org") };

    public async Task ResetAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Session>();
        foreach (var table in Tables) await db.Run($"DELETE FROM {table}", null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<string?> DatabaseUrlAsync();

    protected virtual ValueTask DropAsync() => ValueTask.CompletedTask;
}

public class SqliteBroker : BrokerFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-broker-").FullName;

    protected override ValueTask<string?> DatabaseUrlAsync() => ValueTask.FromResult<string?>($"sqlite:///{_folder}/broker.sqlite3");

    protected override ValueTask DropAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A second one beside it, for what goes from one broker to another.</summary>
public sealed class OtherSqliteBroker : SqliteBroker;

public class PostgresBroker(PostgresServer server) : BrokerFixture
{
    protected override async ValueTask<string?> DatabaseUrlAsync()
    {
        SkipReason = server.SkipReason;
        return SkipReason is null ? await server.CreateDatabaseAsync() : null;
    }
}

public sealed class OtherPostgresBroker(PostgresServer server) : PostgresBroker(server);
