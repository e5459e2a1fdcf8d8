using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PactKit.Model;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Cli.Verifying;

/// <summary>
/// Which interactions failed last time, in a small file: <c>obj/pactkit</c> of the working folder where it has an <c>obj</c>, else a
/// folder for it among the temporary files.
/// </summary>
internal sealed class LastFailed(CliHost host, string provider)
{
    private HashSet<string>? _failed;

    public string File { get; } = Path.Combine(Folder(host.Directory), $"last-failed-{Short(provider)}.json");

    /// <summary>How many failed; null when nothing is known of a last run.</summary>
    public async Task<int?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(File)) return null;
        try
        {
            await using var file = System.IO.File.OpenRead(File);
            _failed = await JsonSerializer.DeserializeAsync<HashSet<string>>(file, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            _failed = null;
        }

        return _failed?.Count;
    }

    /// <summary>Of the pacts of a source the interactions that failed. They go to no broker: they are not all.</summary>
    public IPactSource Only(IPactSource source) => new FailedSource(source, _failed ?? []);

    public async Task WriteAsync(VerificationReport report, CancellationToken cancellationToken)
    {
        var failed = report.Pacts.SelectMany(pact => pact.Interactions.Where(one => !one.Passed).Select(one => Key(pact.Pact, one.Interaction)));
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, JsonSerializer.Serialize(failed.Distinct()), cancellationToken);
    }

    private static string Key(Pact pact, Interaction interaction) =>
        string.Join('\n', [pact.Consumer, interaction.Description, .. interaction.ProviderStates.Select(state => state.Name)]);

    private static string Folder(string directory) => Directory.Exists(Path.Combine(directory, "obj"))
        ? Path.Combine(directory, "obj", "pactkit")
        : Path.Combine(Path.GetTempPath(), "pactkit-" + Short(directory));

    // A name may hold what a file name cannot.
    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private sealed class FailedSource(IPactSource source, HashSet<string> failed) : IPactSource
    {
        public async Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
        {
            var loaded = await source.LoadAsync(provider, cancellationToken);
            var pacts = loaded.Pacts.Select(item => item with { Pact = item.Pact with { Interactions = [.. item.Pact.Interactions.Where(one => failed.Contains(Key(item.Pact, one)))] } });
            return loaded with { Pacts = [.. pacts.Where(item => item.Pact.Interactions.Count > 0)] };
        }
    }
}
