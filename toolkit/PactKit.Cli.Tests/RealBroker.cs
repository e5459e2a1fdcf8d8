using Microsoft.AspNetCore.Builder;
using PactKit.Broker;

namespace PactKit.Cli.Tests;

/// <summary>Our broker on a free port, with a database that is thrown away.</summary>
public sealed class RealBroker : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-broker-");
    private WebApplication? _app;

    public string File => Path.Combine(_folder.FullName, "broker.sqlite3");

    public string Url => _app!.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var file = Uri.EscapeDataString(File);
        _app = BrokerApp.Build(["--urls=http://127.0.0.1:0", $"--PACT_BROKER_DATABASE_URL=sqlite:///{file}", "--PACT_BROKER_BASE_URL="]);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
