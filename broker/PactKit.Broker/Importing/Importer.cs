using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <param name="Added">Rows that were new here.</param>
/// <param name="Notes">What the person who imports should know: what could not be copied.</param>
internal sealed record ImportSummary(int Added, IReadOnlyDictionary<string, int> Read, IReadOnlyList<string> Notes);

/// <summary>
/// Copies what can be reached through the API of a Pact Broker, in an order in which every stop leaves something that can be gone on
/// from: environments, pacticipants, versions oldest first, pacts, results, deployments, webhooks.
/// </summary>
internal sealed class Importer(SourceBroker source, IImportTarget target, Action<string> progress)
{
    private const int AtOnce = 6;
    private const int VersionsPerBatch = 200;
    private readonly Dictionary<string, int> _read = [];
    private readonly List<string> _notes = [];
    private int _added;

    public async Task<ImportSummary> RunAsync(CancellationToken ct)
    {
        await source.OpenAsync(ct);
        await EnvironmentsAsync(ct);
        var pacticipants = (await source.ListAsync("/pacticipants", "pacticipants", ct) ?? []).ConvertAll(SourceReader.Pacticipant);
        pacticipants.RemoveAll(pacticipant => pacticipant.Name.Length == 0);
        await ApplyAsync(new ImportBatch { Pacticipants = pacticipants }, "pacticipants", pacticipants.Count, ct);
        var versions = new Dictionary<string, List<JsonElement>>();
        foreach (var (index, pacticipant) in pacticipants.Index())
            versions[pacticipant.Name] = await VersionsAsync(pacticipant.Name, $"{index + 1} of {pacticipants.Count}", ct);
        foreach (var (name, own) in versions) await new PactImport(source, target, Report, _notes.Add).RunAsync(name, own, ct);
        await DeploymentsAsync(versions, ct);
        await WebhooksAsync(ct);
        return new ImportSummary(_added, _read, _notes);
    }

    private async Task EnvironmentsAsync(CancellationToken ct)
    {
        if (await source.ListAsync("/environments", "environments", ct) is not { } list)
        {
            _notes.Add("The other broker has no environments; it is too old for them.");
            return;
        }

        var environments = list.Select(SourceReader.Environment).OfType<ImportedEnvironment>().ToList();
        await ApplyAsync(new ImportBatch { Environments = environments }, "environments", environments.Count, ct);
    }

    private async Task<List<JsonElement>> VersionsAsync(string pacticipant, string which, CancellationToken ct)
    {
        var path = "/pacticipants/" + Uri.EscapeDataString(pacticipant);
        var found = await source.ListAsync(path + "/versions", "versions", ct) ?? [];
        // Lists are newest first; the order in which versions arrive here is their order here.
        found.Reverse();
        var whole = await EachAsync(found, version => WholeAsync(path, version, ct), ct);
        var tags = await EachAsync(whole, version => TagsAsync(version, ct), ct);
        foreach (var batch in whole.Zip(tags).Chunk(VersionsPerBatch))
        {
            await ApplyAsync(new ImportBatch { Versions = [.. batch.Select(pair => SourceReader.Version(pacticipant, pair.First, pair.Second))] }, "versions", batch.Length, ct);
            progress($"{pacticipant} ({which}): {_read["versions"]} version(s) so far");
        }

        var heads = whole.SelectMany(version => SourceReader.BranchVersions(version).Where(branch => branch.Flag("latest") is true)
            .Select(branch => (Name: branch.Text("name") ?? "", Number: version.Text("number")))).ToLookup(head => head.Name, head => head.Number);
        var branches = (await source.ListAsync(path + "/branches", "branches", ct) ?? []).Where(branch => branch.Text("name") is not null)
            .Select(branch => new ImportedBranch(pacticipant, branch.Text("name")!, heads[branch.Text("name")!].LastOrDefault(), SourceReader.Created(branch), branch.Time("updatedAt"))).ToList();
        await ApplyAsync(new ImportBatch { Branches = branches }, "branches", branches.Count, ct);
        return whole;
    }

    private async Task<JsonElement> WholeAsync(string path, JsonElement version, CancellationToken ct) => SourceReader.IsWhole(version)
        ? version
        : await source.FindAsync(version.Href("self") ?? $"{path}/versions/{Uri.EscapeDataString(version.Text("number") ?? "")}", ct) ?? version;

    private async Task<IReadOnlyList<ImportedTag>> TagsAsync(JsonElement version, CancellationToken ct)
    {
        var tags = new List<ImportedTag>();
        foreach (var tag in SourceReader.Tags(version))
        {
            if (tag.Text("name") is not { } name) continue;
            var created = tag.Time("createdAt") ?? (tag.Href("self") is { } self ? (await source.FindAsync(self, ct))?.Time("createdAt") : null);
            tags.Add(new ImportedTag(name, created ?? SourceReader.Created(version)));
        }

        return tags;
    }

    private async Task DeploymentsAsync(Dictionary<string, List<JsonElement>> versions, CancellationToken ct)
    {
        var deployments = new List<ImportedDeployment>();
        var releases = new List<ImportedRelease>();
        foreach (var (pacticipant, own) in versions)
        {
            var links = own.SelectMany(version => Links(version, "pb:deployed-environments").Concat(Links(version, "pb:released-environments"))).ToList();
            foreach (var (number, answer) in await EachAsync(links, async link => (link.Number, Json: await source.FindAsync(link.Href, ct)), ct))
            {
                if (answer is not { } json) continue;
                if (json.Flag("currentlyDeployed") is not null && SourceReader.Deployment(pacticipant, number, json) is { } deployment) deployments.Add(deployment);
                if (json.Flag("currentlySupported") is not null && SourceReader.Release(pacticipant, number, json) is { } release) releases.Add(release);
            }
        }

        foreach (var batch in deployments.OrderBy(item => item.CreatedAt).Chunk(VersionsPerBatch)) await ApplyAsync(new ImportBatch { Deployments = batch }, "deployments", batch.Length, ct);
        foreach (var batch in releases.OrderBy(item => item.CreatedAt).Chunk(VersionsPerBatch)) await ApplyAsync(new ImportBatch { Releases = batch }, "releases", batch.Length, ct);
    }

    private static IEnumerable<(string Number, string Href)> Links(JsonElement version, string relation) =>
        version.Links(relation).Select(link => link.Text("href")).OfType<string>().Select(href => (version.Text("number") ?? "", href));

    private async Task WebhooksAsync(CancellationToken ct)
    {
        var links = (await source.FindAsync("/webhooks", ct))?.Links("pb:webhooks").Select(link => link.Text("href")).OfType<string>().ToList() ?? [];
        var found = await EachAsync(links, async link => await source.FindAsync(link, ct) is { } json ? SourceReader.Webhook(json) : null, ct);
        var webhooks = new List<ImportedWebhook>();
        foreach (var item in found)
        {
            if (item is not { } readable) continue;
            var (webhook, lacksSecrets) = readable;
            webhooks.Add(webhook);
            if (lacksSecrets)
                _notes.Add($"The webhook {webhook.Uuid} ({webhook.Description ?? webhook.Url}) has secrets that a broker does not tell: it was copied switched off. Give them with create-or-update-webhook --uuid {webhook.Uuid}.");
        }

        await ApplyAsync(new ImportBatch { Webhooks = webhooks }, "webhooks", webhooks.Count, ct);
    }

    private async Task ApplyAsync(ImportBatch batch, string what, int count, CancellationToken ct)
    {
        var added = count == 0 ? 0 : await target.ApplyAsync(batch, ct);
        Report(what, count, added);
    }

    private void Report(string what, int count, int added, string? line = null)
    {
        _read[what] = _read.GetValueOrDefault(what) + count;
        _added += added;
        if (line is not null) progress(line);
    }

    /// <summary>Asks for several things at once, and gives the answers in the order of the questions.</summary>
    internal static async Task<List<TResult>> EachAsync<T, TResult>(IReadOnlyList<T> items, Func<T, Task<TResult>> ask, CancellationToken ct)
    {
        var results = new TResult[items.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (index, _) => results[index] = await ask(items[index]));
        return [.. results];
    }
}
