using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Pacts;

internal static class PublishApi
{
    public static void MapPublish(this IEndpointRouteBuilder routes) => routes.MapPost("/contracts/publish", Publish).ReadsAnyJson();

    private static async Task<IResult> Publish(BrokerRequest request, ContractPublisher publisher, CancellationToken ct)
    {
        var (wanted, errors) = PublishRequest.Read(request.Body, request.Settings);
        return wanted is null ? Errors.Validation(errors) : await publisher.PublishAsync(request, wanted, ct);
    }
}

/// <summary>Publishes all contracts of one consumer version in one transaction: all of them or none.</summary>
internal sealed class ContractPublisher(
    Session db, PacticipantsStore pacticipants, VersionsStore versions, BranchesStore branches, TagsStore tags, PactsStore pacts,
    PactWriter writer, PactSaver saver, PublishNotices notices, BrokerSettings settings)
{
    public Task<IResult> PublishAsync(BrokerRequest request, PublishRequest asked, CancellationToken ct) => db.WriteAsync<IResult>(async () =>
    {
        var wanted = await AsStoredAsync(asked, ct);
        await db.LockAsync(VersionsStore.LockKey(wanted.Pacticipant, wanted.Number), ct);
        var contracts = new List<ContractToPublish>();
        var conflicts = new List<Notice>();
        var existing = new Dictionary<string, Pact?>(StringComparer.Ordinal);
        foreach (var contract in wanted.Contracts)
        {
            var before = await pacts.FindAsync(contract.Consumer, contract.Provider, PactFilter.Version(wanted.Number), ct);
            existing[contract.Provider] = before;
            contracts.Add(before is null ? contract : await PrepareAsync(wanted, contract, before, conflicts, ct));
        }

        await AddSimilarNamesAsync(request, wanted, conflicts, ct);
        if (conflicts.Count > 0) return Conflict(conflicts);

        var consumer = await pacticipants.GetOrCreateAsync(wanted.Pacticipant, ct);
        var (version, created) = await versions.GetOrCreateAsync(consumer, wanted.Number, wanted.BuildUrl, ct);
        if (wanted.Branch is not null) await branches.AddVersionAsync(consumer, version.Id, wanted.Branch, automatic: false, ct);
        foreach (var tag in wanted.Tags) await tags.AddAsync(consumer, version, tag, ct);

        var said = new List<Notice>(PublishNotices.OfVersion(wanted, created));
        foreach (var contract in contracts)
        {
            var provider = await pacticipants.GetOrCreateAsync(contract.Provider, ct);
            var context = new PublishContext(request.Urls.Base, wanted.Branch, wanted.BuildUrl);
            var published = await writer.SaveAsync(consumer, version, provider, contract.Content, existing[contract.Provider], context, ct);
            // The same provider may come a second time.
            existing[contract.Provider] = published.Pact;
            said.AddRange(await notices.OfContractAsync(request.Urls, published, contract.Merge, ct));
        }

        return new HalResult(Document(request.Urls, wanted, said));
    }, ct);

    /// <summary>With names in the spelling they are stored in, where the operator does not want case to matter.</summary>
    private async Task<PublishRequest> AsStoredAsync(PublishRequest asked, CancellationToken ct)
    {
        if (settings.UseCaseSensitiveResourceNames) return asked;
        async Task<string> Stored(string name) => (await pacticipants.FindAsync(name, ct))?.Name ?? name;

        var consumer = await Stored(asked.Pacticipant);
        var contracts = new List<ContractToPublish>();
        foreach (var contract in asked.Contracts) contracts.Add(contract with { Consumer = consumer, Provider = await Stored(contract.Provider) });
        var number = (await versions.FindByNumberAsync(consumer, asked.Number, ct))?.Number ?? asked.Number;
        return asked with { Pacticipant = consumer, Number = number, Contracts = contracts };
    }

    /// <summary>Finds what speaks against this contract; with <c>merge</c> and permission, returns the merged content.</summary>
    private async Task<ContractToPublish> PrepareAsync(PublishRequest wanted, ContractToPublish contract, Pact existing, List<Notice> conflicts, CancellationToken ct)
    {
        if (existing.Sha == contract.Content.Sha) return contract;
        if (!settings.AllowDangerousContractModification)
        {
            conflicts.Add(new Notice("error", PactSaver.ModificationRefused(contract.Consumer, wanted.Number, contract.Provider)));
            conflicts.Add(new Notice("info", TextDiff.OfPacts(await pacts.ContentAsync(existing.PactVersionId, ct), contract.Content.Text)));
            return contract;
        }

        if (!contract.Merge) return contract;
        if (await saver.MergeAsync(existing, contract.Content, ct) is { } merged) return contract with { Content = merged };
        conflicts.Add(new Notice("error",
            $"Cannot merge the pact for {contract.Consumer} version {wanted.Number} and provider {contract.Provider}: an interaction with the same description and provider state has a different request."));
        return contract;
    }

    private async Task AddSimilarNamesAsync(BrokerRequest request, PublishRequest wanted, List<Notice> conflicts, CancellationToken ct)
    {
        foreach (var name in wanted.Contracts.Select(contract => contract.Provider).Prepend(wanted.Pacticipant).Distinct())
        {
            if (await saver.SimilarNamesAsync(request, [name], ct) is { } message) conflicts.Add(new Notice("error", message));
        }
    }

    private static HalResult Conflict(List<Notice> conflicts)
    {
        var errors = new HalDocument { ["contracts"] = conflicts.Where(notice => notice.Type == "error").Select(notice => notice.Text) };
        var document = new HalDocument { ["notices"] = conflicts.Select(notice => notice.Document), ["errors"] = errors };
        return new HalResult(document, StatusCodes.Status409Conflict, contentType: MediaTypes.Json);
    }

    private static HalDocument Document(Urls urls, PublishRequest wanted, List<Notice> said)
    {
        var (name, number) = (wanted.Pacticipant, wanted.Number);
        var version = urls.Version(name, number);
        return new HalDocument { ["notices"] = said.Select(notice => notice.Document), ["logs"] = said.Select(notice => notice.Log) }
            .Embed("pacticipant", new HalDocument { ["name"] = name }.Link("self", new Link(urls.Pacticipant(name))))
            .Embed("version", new HalDocument { ["number"] = number }.Link("self", new Link(version, "Version", number)))
            .Link("pb:pacticipant", new Link(urls.Pacticipant(name), "Pacticipant", name))
            .Link("pb:pacticipant-version", new Link(version, "Pacticipant version", number))
            .Links("pb:pacticipant-version-tags", wanted.Tags.Select(tag => new Link(urls.Tag(name, number, tag), "Tag", tag)))
            .Links("pb:contracts", wanted.Contracts.Select(contract =>
                new Link(urls.Pact(name, contract.Provider, number), "Pact", Urls.PactTitle(name, number, contract.Provider))));
    }
}
