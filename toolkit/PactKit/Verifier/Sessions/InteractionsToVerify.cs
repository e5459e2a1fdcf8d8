using System.Globalization;
using PactKit.Brokers;
using PactKit.Verifier.Sources;

namespace PactKit.Verifier.Sessions;

/// <summary>
/// The interactions of pacts, one by one, for tests that verify each on its own (<see cref="VerificationSession"/>). Nothing is verified here, and no
/// provider has to run: test runners may ask at any time.
/// </summary>
public static class InteractionsToVerify
{
    /// <summary>Those of one pact file.</summary>
    /// <param name="path">The file. A relative path is looked for in the folder of the tests, in the folders above it, and in the current directory.</param>
    /// <exception cref="InvalidOperationException">There is no such file, or it is no pact.</exception>
    public static IReadOnlyList<InteractionToVerify> FromFile(string path) => Load(new FileSource(PactPlace.Find(path)), "");

    /// <summary>Those of all pact files of a provider in a folder.</summary>
    /// <param name="directory">The folder, looked for as a file is; the folders in it are not searched.</param>
    /// <param name="provider">Name of the provider in the pacts.</param>
    /// <param name="consumers">Only pacts with these consumers; all when there are none.</param>
    /// <exception cref="InvalidOperationException">There is no such folder, a file in it is no pact, or none is of this provider.</exception>
    public static IReadOnlyList<InteractionToVerify> FromFolder(string directory, string provider, params IReadOnlyCollection<string> consumers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        return Load(new FolderSource(PactPlace.Find(directory), consumers), provider) is { Count: > 0 } found
            ? found
            : throw new InvalidOperationException($"{PactPlace.Find(directory)}: no pact file with the provider '{provider}' has an interaction.");
    }

    /// <summary>Those of the pacts a broker has for a provider.</summary>
    /// <param name="broker">Where the broker is and how to sign in.</param>
    /// <param name="query">Which pacts.</param>
    /// <param name="noPactsIsError">Whether it is an error when the broker has none; else there are no interactions then.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <exception cref="InvalidOperationException">The broker does not answer, refuses, has no pacts, or one of them is no pact.</exception>
    public static async Task<IReadOnlyList<InteractionToVerify>> FromBrokerAsync(
        BrokerOptions broker, PactsForVerificationQuery query, bool noPactsIsError = true, CancellationToken cancellationToken = default)
    {
#pragma warning disable CA2000 // Results are published over it, whenever the last interaction is done.
        return await FromBrokerAsync(new PactBroker(broker), query, noPactsIsError, cancellationToken);
#pragma warning restore CA2000
    }

    /// <inheritdoc cref="FromBrokerAsync(BrokerOptions, PactsForVerificationQuery, bool, CancellationToken)"/>
    public static async Task<IReadOnlyList<InteractionToVerify>> FromBrokerAsync(
        PactBroker broker, PactsForVerificationQuery query, bool noPactsIsError = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(query);
        return Split(await new BrokerSource(broker, query, publish: null, noPactsIsError).LoadAsync(query.Provider, cancellationToken));
    }

    /// <inheritdoc cref="FromBrokerAsync(BrokerOptions, PactsForVerificationQuery, bool, CancellationToken)"/>
    /// <remarks>Waits, for test frameworks whose data is not asynchronous.</remarks>
    public static IReadOnlyList<InteractionToVerify> FromBroker(BrokerOptions broker, PactsForVerificationQuery query, bool noPactsIsError = true) =>
        Task.Run(() => FromBrokerAsync(broker, query, noPactsIsError)).GetAwaiter().GetResult();

    /// <summary>As data of a theory (xunit's MemberData, MSTest's DynamicData, NUnit's TestCaseSource): each row is one interaction.</summary>
    public static IEnumerable<object[]> Rows(this IEnumerable<InteractionToVerify> interactions) => interactions.Select(interaction => new object[] { interaction });

    private static List<InteractionToVerify> Load(IPactSource source, string provider) =>
        Split(source.LoadAsync(provider, CancellationToken.None).GetAwaiter().GetResult());

    private static List<InteractionToVerify> Split(SourceResult loaded)
    {
        if (loaded.Errors.Count > 0) throw new InvalidOperationException(string.Join('\n', loaded.Errors));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var interactions = new List<InteractionToVerify>();
        foreach (var pact in loaded.Pacts)
        {
            for (var position = 0; position < pact.Pact.Interactions.Count; position++)
            {
                // A broker may offer several versions of one pact.
                var name = InteractionToVerify.NameOf(pact.Pact, pact.Pact.Interactions[position]);
                var count = names[name] = names.GetValueOrDefault(name) + 1;
                interactions.Add(new InteractionToVerify(pact, position, count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} #{count}")));
            }
        }

        return interactions;
    }
}
