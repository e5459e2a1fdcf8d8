using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Matrix;

internal static class MatrixApi
{
    public static void MapMatrix(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/matrix", Query);
        routes.MapGet("/matrix/provider/{provider}/consumer/{consumer}", QueryPair);
        routes.MapGet("/can-i-deploy", CanIDeploy);
        routes.MapGet("/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{toTag}", CanIDeployTag);
        routes.MapGet("/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}", CanIDeployBranch);
    }

    private static async Task<IResult> Query(BrokerRequest request, MatrixAnswers answers, CancellationToken ct)
    {
        if (request.WantsHtml) return await MatrixPages.Show(request, ct);
        var (query, errors) = MatrixQuery.Read(request.Http.Request.QueryString.Value);
        errors.AddRange(await answers.ValidateAsync(query, ct));
        return errors.Count > 0 ? Errors.Validation(errors) : await answers.RespondAsync(request, query, ct);
    }

    private static async Task<IResult> QueryPair(BrokerRequest request, string provider, string consumer, MatrixAnswers answers, PacticipantsStore pacticipants, CancellationToken ct)
    {
        if (request.WantsHtml) return await MatrixPages.ShowPair(request, consumer, provider, ct);
        var (query, errors) = MatrixQuery.Read(request.Http.Request.QueryString.Value);
        query = query with { Selectors = [new MatrixSelector { Pacticipant = consumer }, new MatrixSelector { Pacticipant = provider }] };
        foreach (var name in new[] { consumer, provider })
        {
            if (await pacticipants.FindAsync(name, ct) is null) return Errors.PacticipantNotFound(name);
        }

        errors.AddRange(await answers.ValidateAsync(query, ct));
        return errors.Count > 0 ? Errors.Validation(errors) : await answers.RespondAsync(request, query, ct);
    }

    private static async Task<IResult> CanIDeploy(BrokerRequest request, MatrixAnswers answers, DeployQuestions questions, CancellationToken ct)
    {
        var (query, errors) = await questions.ReadAsync(request, ct);
        if (request.WantsHtml) return await MatrixPages.ShowDeploy(request, query, errors, ct);
        if (errors.Count > 0) return Errors.Validation(errors);
        var invalid = await answers.ValidateAsync(query, ct);
        return invalid.Count > 0 ? Errors.Validation(new Dictionary<string, List<string>> { ["ignore"] = invalid }) : await answers.RespondAsync(request, query, ct);
    }

    private static async Task<IResult> CanIDeployTag(
        BrokerRequest request, string pacticipant, string tag, string toTag, MatrixAnswers answers, VersionsStore versions, CancellationToken ct)
    {
        if (await versions.LatestTaggedAsync(pacticipant, tag, ct) is null) return Errors.NotFound();
        return await AnswerAsync(request, answers, DeployQueries.TagToTag(pacticipant, tag, toTag), ct);
    }

    private static async Task<IResult> CanIDeployBranch(
        BrokerRequest request, string pacticipant, string branch, string environment, MatrixAnswers answers, VersionsStore versions, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await versions.BranchHeadAsync(pacticipant, branch, ct) is null || await environments.FindByNameAsync(environment, ct) is null) return Errors.NotFound();
        return await AnswerAsync(request, answers, DeployQueries.BranchToEnvironment(pacticipant, branch, environment), ct);
    }

    private static Task<IResult> AnswerAsync(BrokerRequest request, MatrixAnswers answers, MatrixQuery query, CancellationToken ct) =>
        request.WantsHtml ? MatrixPages.Show(request, query, [], ct) : answers.RespondAsync(request, query, ct);
}
