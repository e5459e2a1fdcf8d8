namespace PactKit.Tests.Witness;

/// <summary>Runs write-twins.cjs and <see cref="TwinFiles"/> once for all tests. Skipped where there is no pact-js.</summary>
public sealed class WrittenTwins : IAsyncLifetime
{
    private readonly DirectoryInfo _theirs = Directory.CreateTempSubdirectory("pactkit-twins-");
    private readonly DirectoryInfo _ours = Directory.CreateTempSubdirectory("pactkit-twins-");

    public async ValueTask InitializeAsync()
    {
        if (!PactJs.IsHere) return;
        await PactJs.RunAsync("write-twins.cjs", _theirs.FullName);
        await TwinFiles.WriteAsync(_ours.FullName, _theirs.FullName);
    }

    public string Theirs(string consumer) => In(_theirs, consumer);

    public string Ours(string consumer) => In(_ours, consumer);

    public ValueTask DisposeAsync()
    {
        _theirs.Delete(recursive: true);
        _ours.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string In(DirectoryInfo folder, string consumer)
    {
        PactJs.SkipTestWhereAbsent();
        return Path.Combine(folder.FullName, $"{consumer}-Twin.json");
    }
}
