using Microsoft.Data.Sqlite;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Tests.Storage;

public sealed class MigrationLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pactkit-lock");

    private string Database => Path.Combine(_folder.FullName, "broker.sqlite3");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_node_waits_until_the_first_has_migrated()
    {
        await using var first = new SqliteDialect(Database);
        await using var second = new SqliteDialect(Database);
        var held = await first.LockForMigrationAsync(default);

        var waiting = second.LockForMigrationAsync(default);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(200)));
        await held.DisposeAsync();

        await using var taken = await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(File.Exists(Database + "-migration"));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_leaves_no_lock_behind()
    {
        Directory.CreateDirectory(Database);
        await using var dialect = new SqliteDialect(Database);

        await Assert.ThrowsAsync<SqliteException>(() => dialect.LockForMigrationAsync(default));

        Assert.False(File.Exists(Database + "-migration"));
    }

    [Fact]
    public async Task A_lock_file_that_can_never_be_made_is_said_at_once()
    {
        await using var dialect = new SqliteDialect(Path.Combine(_folder.FullName, "broker.sqlite3"));
        Directory.CreateDirectory(Database + "-migration");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => dialect.LockForMigrationAsync(default).WaitAsync(TimeSpan.FromSeconds(5)));

        Assert.IsNotType<TimeoutException>(failure);
    }
}
