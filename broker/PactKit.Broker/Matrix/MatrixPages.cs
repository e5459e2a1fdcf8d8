using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Storage;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Matrix;

internal sealed record MatrixModel(
    MatrixQuery Query, IReadOnlyList<string> Errors, MatrixAnswer? Answer, IReadOnlyList<string> Pacticipants, IReadOnlyList<string> Environments, Urls Urls, Moment Now);

internal static class MatrixPages
{
    public static Task<IResult> Show(BrokerRequest request, CancellationToken ct)
    {
        var (query, errors) = MatrixQuery.Read(request.Http.Request.QueryString.Value);
        // The form always has two rows; one left empty was not meant.
        return Show(request, query with { Selectors = query.Selectors.Where(selector => selector != new MatrixSelector()).ToList() }, errors, ct);
    }

    public static Task<IResult> ShowPair(BrokerRequest request, string consumer, string provider, CancellationToken ct)
    {
        var (query, errors) = MatrixQuery.Read(request.Http.Request.QueryString.Value);
        MatrixSelector[] pair = [new MatrixSelector { Pacticipant = consumer }, new MatrixSelector { Pacticipant = provider }];
        var latestBy = query.LatestBy == LatestBy.None ? LatestBy.ConsumerVersionProviderVersion : query.LatestBy;
        return Show(request, query with { Selectors = pair, LatestBy = latestBy }, errors, ct);
    }

    /// <summary>Nothing asked yet is no mistake: the form alone.</summary>
    public static Task<IResult> ShowDeploy(BrokerRequest request, MatrixQuery query, Dictionary<string, List<string>> errors, CancellationToken ct)
    {
        if (request.Http.Request.Query.Count == 0) return Show(request, new MatrixQuery(), [], ct);
        return Show(request, query, errors.SelectMany(field => field.Value.Select(message => $"{field.Key} {message}".TrimStart())).ToList(), ct);
    }

    public static async Task<IResult> Show(BrokerRequest request, MatrixQuery query, List<string> errors, CancellationToken ct)
    {
        var services = request.Http.RequestServices;
        MatrixAnswer? answer = null;
        if (query.Selectors.Count > 0)
        {
            if (errors.Count == 0) errors.AddRange(await services.GetRequiredService<MatrixAnswers>().ValidateAsync(query, ct));
            if (errors.Count == 0) answer = await services.GetRequiredService<MatrixService>().AnswerAsync(query, ct);
        }

        var names = await services.GetRequiredService<PacticipantsStore>().NamesAsync(ct);
        var environments = (await services.GetRequiredService<EnvironmentsStore>().ListAsync(null, ct)).Select(environment => environment.Name).ToList();
        var model = new MatrixModel(query, errors, answer, names, environments, request.PageUrls, services.GetRequiredService<Session>().Now);
        return Page.Of<MatrixPage>(request, model, errors.Count > 0 ? 400 : 200);
    }
}
