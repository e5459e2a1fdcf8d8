using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Writing;

namespace PactKit.Consumer;

/// <summary>Writes interactions into the pact file of their consumer and provider.</summary>
internal static class PactWriting
{
    // What this process has replaced already. A run is a process, so this is the one place where state outlives a test.
    private static readonly HashSet<string> Replaced = [];

    private static readonly Lock Replacing = new();

    /// <summary>Puts interactions into the file: all of them or, where it cannot be, none.</summary>
    /// <param name="settings">Whose pact it is, and where it goes.</param>
    /// <param name="interactions">What to put into it.</param>
    /// <param name="metadata">What the file is to say beside them.</param>
    /// <param name="ahead">Interactions that were printed already.</param>
    /// <exception cref="InvalidOperationException">The file could not be written; it is as it was.</exception>
    public static void Merge(
        ConsumerSettings settings, IReadOnlyList<Interaction> interactions, IReadOnlyDictionary<string, JsonElement> metadata, PrintedAhead? ahead = null)
    {
        var pact = new Pact
        {
            Consumer = settings.Consumer,
            Provider = settings.Provider,
            Specification = settings.Specification,
            Interactions = interactions,
            Metadata = metadata,
        };
        var written = settings.ReplaceFileOncePerRun ? ReplaceOnce(pact, settings.Directory, ahead) : PactFile.Write(pact, settings.Directory, null, ahead);
        if (!written.IsSuccess) throw new InvalidOperationException(written.Error);
        foreach (var warning in written.Warnings) settings.Warn($"Warning: {warning}");
    }

    private static PactFileResult ReplaceOnce(Pact pact, string directory, PrintedAhead? ahead)
    {
        var path = Path.GetFullPath(Path.Combine(directory, PactFile.NameOf(pact.Consumer, pact.Provider)));
        lock (Replacing)
        {
            var mode = Replaced.Add(path) ? PactFileMode.Overwrite : PactFileMode.Merge;
            return PactFile.Write(pact, directory, PactFileOptions.Default with { Mode = mode }, ahead);
        }
    }
}
