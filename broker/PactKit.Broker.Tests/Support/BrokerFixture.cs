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
    private string _url = "";

    /// <summary>Moves on by a millisecond whenever somebody looks, so that no two things happen at once.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public string? SkipReason { get; protected set; }

    /// <summary>Settings of this broker besides the database.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        if (await DatabaseUrlAsync() is not { } url) return;
        _url = url;
        _app = await StartAsync(Settings);
    }

    public HttpClient CreateClient() => CreateClient(_app!);

    /// <summary>Another broker over the same database, with settings of its own (without the PACT_BROKER_ before their names).</summary>
    public async Task<OtherBroker> WithAsync(params (string Name, string Value)[] settings)
    {
        var app = await StartAsync(settings.Select(setting => KeyValuePair.Create("PACT_BROKER_" + setting.Name, setting.Value)));
        return new OtherBroker(app, CreateClient(app));
    }

    private static HttpClient CreateClient(WebApplication app) => new(app.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://example.org") };

    private async Task<WebApplication> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var app = BrokerApp.Build([.. settings.Append(new("PACT_BROKER_DATABASE_URL", _url)).Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await app.StartAsync();
        return app;
    }

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

/// <summary>A broker beside that of the fixture.</summary>
public sealed class OtherBroker(WebApplication app, HttpClient client) : IAsyncDisposable
{
    public TestData Given { get; } = new(client);

    public IServiceProvider Services => app.Services;

    public HttpClient CreateClient() => new(app.GetTestServer().CreateHandler()) { BaseAddress = client.BaseAddress };

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
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
