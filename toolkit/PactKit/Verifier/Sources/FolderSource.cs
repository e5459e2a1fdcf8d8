using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>The pact files of a provider in a folder.</summary>
/// <param name="directory">The folder; the folders in it are not searched.</param>
/// <param name="consumers">Only pacts with these consumers; all when empty.</param>
public sealed class FolderSource(string directory, IReadOnlyCollection<string> consumers) : IPactSource
{
    public Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken) => Task.FromResult(Load(provider));

    private SourceResult Load(string provider)
    {
        if (!Directory.Exists(directory)) return SourceResult.Failed($"{directory}: there is no such folder of pact files.");
        var pacts = new List<LoadedPact>();
        var errors = new List<string>();
        var warnings = new List<string>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            var read = PactReader.ReadFile(path);
            if (!read.IsSuccess)
            {
                errors.Add(read.Error);
                continue;
            }

            if (read.Pact.Provider != provider || (consumers.Count > 0 && !consumers.Contains(read.Pact.Consumer))) continue;
            pacts.Add(new LoadedPact(read.Pact, path));
            warnings.AddRange(read.Warnings);
        }

        if (pacts.Count == 0) warnings.Add($"{directory}: no pact file with the provider '{provider}'{ForConsumers()}: nothing was verified.");
        return new SourceResult(pacts) { Errors = errors, Warnings = warnings };
    }

    private string ForConsumers() => consumers.Count == 0 ? "" : $" and the consumer {string.Join(" or ", consumers.Select(name => $"'{name}'"))}";
}
