using System.Collections.Concurrent;
using PactKit.Verifier.Sessions;

namespace PactKit;

/// <summary>The pact files of this process: each is read once, however many rows of however many tests come from it.</summary>
internal static class PactCatalog
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), Lazy<IReadOnlyList<InteractionToVerify>>> Files = new();

    /// <exception cref="InvalidOperationException">There is no such file, or it is no pact.</exception>
    public static IReadOnlyList<InteractionToVerify> OfFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return InteractionsToVerify.FromFile(path);
        return Files.GetOrAdd(
            (file.FullName, file.LastWriteTimeUtc, file.Length),
            key => new Lazy<IReadOnlyList<InteractionToVerify>>(() => InteractionsToVerify.FromFile(key.Path))).Value;
    }

    /// <summary>The interaction a test was found for.</summary>
    /// <exception cref="InvalidOperationException">The file has none of that name any more.</exception>
    public static InteractionToVerify Find(string source, int position, string name)
    {
        var interactions = OfFile(source);
        if (position < interactions.Count && IsNamed(interactions[position], name)) return interactions[position];
        return interactions.FirstOrDefault(interaction => IsNamed(interaction, name))
            ?? throw new InvalidOperationException($"{source}: the pact has no interaction '{name}' any more. It changed since the tests were found: build, or find them again.");
    }

    // Where several pacts have the same interaction, all but the first have a number at the end of the name.
    private static bool IsNamed(InteractionToVerify interaction, string name) =>
        interaction.ToString() == name || name.StartsWith(interaction + " #", StringComparison.Ordinal);
}
