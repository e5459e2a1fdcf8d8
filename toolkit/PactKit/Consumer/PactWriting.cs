using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>Writes interactions into the pact file of their consumer and provider.</summary>
internal static class PactWriting
{
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
        var written = PactFile.Write(pact, settings.Directory, settings.File);
        if (!written.IsSuccess) throw new InvalidOperationException(written.Error);
        foreach (var warning in written.Warnings) settings.Warn($"Warning: {warning}");
    }
}
