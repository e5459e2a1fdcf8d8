using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Matrix;

/// <summary>Checks a query and represents its answer.</summary>
internal sealed class MatrixAnswers(MatrixService service, VersionDetailsStore versions, EnvironmentsStore environments, PacticipantsStore pacticipants)
{
    public async Task<List<string>> ValidateAsync(MatrixQuery query, CancellationToken ct)
    {
        var errors = new List<string>();
        if (query.Selectors.Count == 0) errors.Add("Say at least one version to look at, as in q[][pacticipant]=Name&q[][version]=1");
        foreach (var selector in query.Selectors.Concat(query.Ignore))
        {
            if (selector.Pacticipant is null) errors.Add("Name the pacticipant of each selector");
            if (selector.Version is not null && selector.Latest)
                errors.Add($"A version number and latest do not go together; choose one of them for {selector.Pacticipant}");
            if (selector.Environment is not null && selector.Latest)
                errors.Add($"An environment and latest do not go together; choose one of them for {selector.Pacticipant}");
        }

        foreach (var name in query.Selectors.Select(selector => selector.Pacticipant).OfType<string>().Distinct())
        {
            if (await pacticipants.FindAsync(name, ct) is null) errors.Add($"Pacticipant {name} not found");
        }

        var destination = query.Destination;
        if (new[] { destination.Tag is not null, destination.Environment is not null, destination.MainBranch }.Count(given => given) > 1)
            errors.Add("Only one of tag, environment and mainBranch can be specified");
        if (destination is { Environment: not null, Latest: true }) errors.Add("The environment and latest options cannot both be specified");
        if (destination.Environment is { } environment && await environments.FindByNameAsync(environment, ct) is null)
            errors.Add($"Environment with name '{environment}' does not exist");
        return errors.Distinct().ToList();
    }

    public async Task<IResult> RespondAsync(BrokerRequest request, MatrixQuery query, CancellationToken ct)
    {
        var answer = await service.AnswerAsync(query, ct);
        return request.WantsText ? new TextResult(MatrixDocument.Table(answer)) : new HalResult((await DocumentAsync(answer, request.Urls, ct)).Hal());
    }

    private async Task<MatrixDocument> DocumentAsync(MatrixAnswer answer, Urls urls, CancellationToken ct)
    {
        var rows = answer.Considered.Concat(answer.Ignored).ToList();
        var details = await versions.LoadAsync(rows.Select(row => row.ConsumerVersionId).Concat(rows.Select(row => row.ProviderVersionId).OfType<long>()), ct);
        var all = (await environments.ListAsync(null, ct)).ToDictionary(environment => environment.Id);
        return new MatrixDocument(answer, details, all, urls);
    }
}
