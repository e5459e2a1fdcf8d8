using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Matrix;

/// <summary>Reads <c>/can-i-deploy?pacticipant&amp;version&amp;environment</c> (or <c>to</c>, a tag); what is wrong is keyed by parameter.</summary>
internal sealed class DeployQuestions(PacticipantsStore pacticipants, EnvironmentsStore environments)
{
    public async Task<(MatrixQuery Query, Dictionary<string, List<string>> Errors)> ReadAsync(BrokerRequest request, CancellationToken ct)
    {
        var errors = new Dictionary<string, List<string>>();
        string? Value(string name) => request.Http.Request.Query[name].LastOrDefault();
        foreach (var name in new[] { "pacticipant", "version" })
        {
            if (Value(name) is not { } value) errors[name] = [Fields.Missing];
            else if (string.IsNullOrWhiteSpace(value)) errors[name] = [Fields.Filled];
        }

        if (!errors.ContainsKey("pacticipant") && await pacticipants.FindAsync(Value("pacticipant")!, ct) is null) errors["pacticipant"] = ["does not match an existing pacticipant"];
        var (tag, environment) = (request.Query("to"), request.Query("environment"));
        if (environment is not null && await environments.FindByNameAsync(environment, ct) is null) errors["environment"] = [$"with name '{environment}' does not exist"];
        // A pacticipant that is missing is enough to say; where to deploy is asked for once the rest is there.
        if (errors.Count == 0 && tag is null && environment is null) errors[""] = ["one of environment and to is needed"];
        if (tag is not null && environment is not null) errors[""] = ["environment and to do not go together; give one of them"];

        var pairs = NestedQuery.Pairs(request.Http.Request.QueryString.Value);
        return (new MatrixQuery
        {
            Selectors = [new MatrixSelector { Pacticipant = Value("pacticipant"), Version = Value("version") }],
            Ignore = NestedQuery.Objects(pairs, "ignore").Select(MatrixSelector.From).Concat(MatrixQuery.IgnoredNames(pairs)).ToList(),
            Destination = tag is not null ? new Destination { Latest = true, Tag = tag } : new Destination { Environment = environment },
            LatestBy = tag is not null ? LatestBy.ConsumerVersionProvider : LatestBy.ConsumerVersionProviderVersion,
        }, errors);
    }
}
