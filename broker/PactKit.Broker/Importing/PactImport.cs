using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <summary>The pacts of one consumer and the results of their verification.</summary>
internal sealed class PactImport(SourceBroker source, IImportTarget target, Action<string, int, int, string?> report, Action<string> note)
{
    private const int PactsPerBatch = 20;
    private const int ResultsPerBatch = 50;

    // What is sent at once stays far below what a broker takes as one body.
    private const int LettersPerBatch = 16 * 1024 * 1024;

    public async Task RunAsync(string consumer, IReadOnlyList<JsonElement> versions, CancellationToken ct)
    {
        var known = await target.KnownAsync(consumer, ct);
        var here = known.Pacts.ToDictionary(pact => (pact.Version, pact.Provider), pact => pact.Sha);
        var wanted = versions.SelectMany(version => version.Links("pb:pact-versions").Select(link => (Number: version.Text("number") ?? "", Href: link.Text("href"), Provider: ProviderIn(link.Text("href"))))).Where(pact => pact.Href is not null).ToList();
        var contents = new Dictionary<(string Provider, string Sha), string>();
        foreach (var pact in wanted.Where(pact => pact.Provider is not null && here.ContainsKey((pact.Number, pact.Provider))))
            contents[(pact.Provider!, here[(pact.Number, pact.Provider!)])] = pact.Number;

        foreach (var batch in wanted.Where(pact => pact.Provider is null || !here.ContainsKey((pact.Number, pact.Provider))).Chunk(PactsPerBatch))
        {
            var pacts = (await Importer.EachAsync(batch, async pact => await source.FindAsync(pact.Href!, ct) is { ValueKind: JsonValueKind.Object } json ? SourceReader.Pact(consumer, pact.Number, json) : null, ct))
                .OfType<ImportedPact>().Where(pact => pact.Provider.Length > 0).ToList();
            var added = 0;
            foreach (var part in BySize(pacts, pact => pact.Content.Length)) added += await target.ApplyAsync(new ImportBatch { Pacts = part }, ct);
            report("pacts", pacts.Count, added, $"{consumer}: {pacts.Count} more pact(s)");
            foreach (var pact in pacts.Where(pact => pact.Sha is not null)) contents[(pact.Provider, pact.Sha!)] = pact.Version;
        }

        // Where the other broker told no shas, ours are the ones to look results up by.
        var arrived = (await target.KnownAsync(consumer, ct)).Pacts;
        foreach (var pact in arrived) contents.TryAdd((pact.Provider, pact.Sha), pact.Version);
        var lost = wanted.Where(pact => pact.Provider is not null).Select(pact => (pact.Number, pact.Provider!)).Except(arrived.Select(pact => (pact.Version, pact.Provider)));
        foreach (var (number, provider) in lost) note($"The pact of {consumer} {number} with {provider} could not be copied: it is gone, or deeper than this broker takes.");
        var there = known.Results.ToHashSet();
        foreach (var ((provider, sha), version) in contents) await ResultsAsync(consumer, provider, sha, version, there, ct);
    }

    private async Task ResultsAsync(string consumer, string provider, string sha, string version, HashSet<ImportedResultKey> there, CancellationToken ct)
    {
        var links = await ResultLinksAsync(consumer, provider, version, there, sha, ct);
        foreach (var batch in links.Chunk(ResultsPerBatch))
        {
            var results = (await Importer.EachAsync(batch, async link => await source.FindAsync(link, ct) is { } json ? SourceReader.Result(consumer, provider, sha, json) : null, ct))
                .OfType<ImportedResult>().Where(result => !there.Contains(result.Key)).ToList();
            if (results.Count == 0) continue;
            var added = 0;
            foreach (var part in BySize(results, result => result.TestResults?.Length ?? 0)) added += await target.ApplyAsync(new ImportBatch { Results = part }, ct);
            report("results", results.Count, added, $"{consumer} -> {provider}: {results.Count} more result(s)");
        }
    }

    // The matrix of one consumer version and every version of the provider lists each result there ever was of that content.
    private async Task<IReadOnlyList<string>> ResultLinksAsync(string consumer, string provider, string version, HashSet<ImportedResultKey> there, string sha, CancellationToken ct)
    {
        static string Escape(string text) => Uri.EscapeDataString(text);
        var query = $"/matrix?q%5B%5D%5Bpacticipant%5D={Escape(consumer)}&q%5B%5D%5Bversion%5D={Escape(version)}&q%5B%5D%5Bpacticipant%5D={Escape(provider)}&limit=100000";
        if (await source.FindAsync(query, ct) is { } matrix)
        {
            return matrix.Items("matrix").Where(row => row.Member("verificationResult") is { ValueKind: JsonValueKind.Object } result && !IsKnown(row, result))
                .Select(row => row.Member("verificationResult")!.Value.Href("self")).OfType<string>().Distinct().ToList();
        }

        return [$"/pacts/provider/{Escape(provider)}/consumer/{Escape(consumer)}/pact-version/{sha}/verification-results/latest"];

        bool IsKnown(JsonElement row, JsonElement result) => result.Time("verifiedAt") is { } at && result.Flag("success") is { } success
            && row.Member("provider", "version")?.Text("number") is { } number && there.Contains(new ImportedResultKey(SourceReader.Number(result.Href("self") ?? ""), provider, sha, number, success, at.ToUnixTimeSeconds()));
    }

    private static IEnumerable<List<T>> BySize<T>(IEnumerable<T> items, Func<T, int> size)
    {
        var part = new List<T>();
        var letters = 0L;
        foreach (var item in items)
        {
            if (part.Count > 0 && letters + size(item) > LettersPerBatch)
            {
                yield return part;
                (part, letters) = ([], 0);
            }

            part.Add(item);
            letters += size(item);
        }

        if (part.Count > 0) yield return part;
    }

    private static string? ProviderIn(string? pactUrl)
    {
        var path = pactUrl?.Split("/pacts/provider/") is [_, var rest] ? rest.Split('/')[0] : null;
        return path is null ? null : Uri.UnescapeDataString(path);
    }
}
