using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Pacts.ForVerification;

internal static class ForVerificationApi
{
    public static void MapForVerification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pacts/provider/{provider}/for-verification", Get);
        routes.MapPost("/pacts/provider/{provider}/for-verification", Post).ReadsJson(types: ["application/json", ""]);
    }

    private static async Task<IResult> Get(BrokerRequest request, string provider, PacticipantsStore pacticipants, PactsForVerification finder, CancellationToken ct)
    {
        var (wanted, errors) = ForVerificationRequest.Read(request.Http.Request.QueryString.Value);
        return wanted is null ? Errors.Validation(errors) : await Respond(request, provider, wanted, pacticipants, finder, ct);
    }

    private static async Task<IResult> Post(
        BrokerRequest request, string provider, PacticipantsStore pacticipants, EnvironmentsStore environments, PactsForVerification finder, CancellationToken ct)
    {
        var names = (await environments.ListAsync(null, ct)).Select(environment => environment.Name).ToHashSet();
        var (wanted, errors) = ForVerificationRequest.Read(request.Body, names);
        return wanted is null ? Errors.Validation(errors) : await Respond(request, provider, wanted, pacticipants, finder, ct);
    }

    private static async Task<IResult> Respond(
        BrokerRequest request, string provider, ForVerificationRequest wanted, PacticipantsStore pacticipants, PactsForVerification finder, CancellationToken ct)
    {
        if (await pacticipants.FindAsync(provider, ct) is not { } found) return Errors.PacticipantNotFound(provider);
        var pacts = await finder.FindAsync(found.Id, wanted, ct);
        var notices = new VerificationNotices(wanted, provider);
        return new HalResult(new HalDocument()
            .Embed("pacts", pacts.Select(selected => Item(selected, notices, request.Urls)))
            .Link("self", new Link(request.SelfUrl, "Pacts to be verified")));
    }

    private static HalDocument Item(SelectedPact selected, VerificationNotices notices, Urls urls)
    {
        var pact = selected.Pact;
        var metadata = selected.IsWip
            ? new SelectionMetadata { Wip = true }
            : new SelectionMetadata { Pending = selected.Pending, Selectors = selected.Reasons.Select(reason => reason.Metadata).Distinct().ToList() };
        var properties = new HalDocument { ["pending"] = selected.Pending, ["wip"] = selected.IsWip ? true : null };
        properties["notices"] = notices.Of(selected, urls).Select(notice => new HalDocument { ["when"] = notice.When, ["text"] = notice.Text });
        return new HalDocument
        {
            ["shortDescription"] = string.Join(", ", selected.Reasons.Select(reason => reason.ShortDescription).Distinct()),
            ["verificationProperties"] = properties,
        }.Link("self", new Link(urls.PactVersion(pact.Consumer, pact.Provider, pact.Sha, metadata.Encode()), Name: Urls.PactTitle(pact.Consumer, pact.Number, pact.Provider)));
    }
}
