using System.Reflection;
using PactKit.Rows;
using PactKit.Verifier.Sessions;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace PactKit;

/// <summary>
/// Data of a theory: the interactions of a pact file, or of all pact files of a provider in a folder. Each becomes a test of its own, named after its consumer,
/// its description and its provider states; the theory takes one <see cref="InteractionCase"/>.
/// </summary>
/// <param name="path">
/// The file or folder. A relative path is looked for in the folder of the tests, in the folders above it, and in the current directory: <c>pacts/a-b.json</c>
/// is found from anywhere in a repository.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PactInteractionsAttribute(string path) : DataAttribute
{
    /// <summary>The path as it was given.</summary>
    public string Path { get; } = path;

    /// <summary>Name of the provider, for a folder: the pacts of others are passed over.</summary>
    public string? Provider { get; init; }

    /// <summary>Only pacts with these consumers, for a folder. Default: all.</summary>
    public string[] Consumers { get; init; } = [];

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> rows = [.. Load().Select(InteractionRow.Of)];
        return new(rows);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private IReadOnlyList<InteractionToVerify> Load()
    {
        var place = PactPlace.Find(Path);
        if (!Directory.Exists(place)) return PactCatalog.OfFile(place);
        return Provider is { Length: > 0 } provider
            ? InteractionsToVerify.FromFolder(place, provider, Consumers)
            : throw new InvalidOperationException($"'{Path}' is a folder: say whose pacts are verified, as in [PactInteractions(\"{Path}\", Provider = \"…\")].");
    }
}
