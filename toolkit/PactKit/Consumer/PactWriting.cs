using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Writes interactions into the pact file of their consumer and provider.</summary>
internal static class PactWriting
{
    // What this process has replaced already. A run is a process, so this is the one place where state outlives a test.
    private static readonly HashSet<string> Replaced = [];

    private static readonly Lock Replacing = new();

    /// <exception cref="InvalidOperationException">The file could not be written; it is as it was.</exception>
    public static void Merge(ConsumerSettings settings, IReadOnlyList<Interaction> interactions, IReadOnlyDictionary<string, JsonElement> metadata)
    {
        var pact = new Pact
        {
            Consumer = settings.Consumer,
            Provider = settings.Provider,
            Specification = settings.Specification,
            Interactions = interactions,
            Metadata = metadata,
        };
        var written = settings.ReplaceFileOncePerRun ? ReplaceOnce(pact, settings.Directory) : PactFile.Write(pact, settings.Directory);
        if (!written.IsSuccess) throw new InvalidOperationException(written.Error);
        foreach (var warning in written.Warnings) settings.Warn($"Warning: {warning}");
    }

    private static PactFileResult ReplaceOnce(Pact pact, string directory)
    {
        var path = Path.GetFullPath(Path.Combine(directory, PactFile.NameOf(pact.Consumer, pact.Provider)));
        lock (Replacing)
        {
            var mode = Replaced.Add(path) ? PactFileMode.Overwrite : PactFileMode.Merge;
            return PactFile.Write(pact, directory, PactFileOptions.Default with { Mode = mode });
        }
    }
}
