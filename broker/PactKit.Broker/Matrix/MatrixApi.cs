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

    private static async Task<IResult> CanIDeploy(BrokerRequest request, MatrixAnswers answers, PacticipantsStore pacticipants, EnvironmentsStore environments, CancellationToken ct)
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
        if (errors.Count > 0) return Errors.Validation(errors);

        var pairs = NestedQuery.Pairs(request.Http.Request.QueryString.Value);
        var query = new MatrixQuery
        {
            Selectors = [new MatrixSelector { Pacticipant = Value("pacticipant"), Version = Value("version") }],
            Ignore = NestedQuery.Objects(pairs, "ignore").Select(MatrixSelector.From).Concat(MatrixQuery.IgnoredNames(pairs)).ToList(),
            Destination = tag is not null ? new Destination { Latest = true, Tag = tag } : new Destination { Environment = environment },
            LatestBy = tag is not null ? LatestBy.ConsumerVersionProvider : LatestBy.ConsumerVersionProviderVersion,
        };
        var invalid = await answers.ValidateAsync(query, ct);
        return invalid.Count > 0 ? Errors.Validation(invalid) : await answers.RespondAsync(request, query, ct);
    }

    private static async Task<IResult> CanIDeployTag(
        BrokerRequest request, string pacticipant, string tag, string toTag, MatrixAnswers answers, VersionsStore versions, CancellationToken ct)
    {
        if (await versions.LatestTaggedAsync(pacticipant, tag, ct) is null) return Errors.NotFound();
        return await answers.RespondAsync(request, DeployQueries.TagToTag(pacticipant, tag, toTag), ct);
    }

    private static async Task<IResult> CanIDeployBranch(
        BrokerRequest request, string pacticipant, string branch, string environment, MatrixAnswers answers, VersionsStore versions, EnvironmentsStore environments, CancellationToken ct)
    {
        if (await versions.BranchHeadAsync(pacticipant, branch, ct) is null || await environments.FindByNameAsync(environment, ct) is null) return Errors.NotFound();
        return await answers.RespondAsync(request, DeployQueries.BranchToEnvironment(pacticipant, branch, environment), ct);
    }
}

/// <summary>The fixed questions behind URLs and badges.</summary>
internal static class DeployQueries
{
    public static MatrixQuery TagToTag(string pacticipant, string tag, string toTag) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, Tag = tag, Latest = true }],
        Destination = new Destination { Tag = toTag, Latest = true },
        LatestBy = LatestBy.ConsumerVersionProvider,
    };

    public static MatrixQuery BranchToEnvironment(string pacticipant, string branch, string environment) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, Branch = branch, Latest = true }],
        Destination = new Destination { Environment = environment },
        LatestBy = LatestBy.ConsumerVersionProviderVersion,
    };

    /// <summary>The latest main-branch version against everyone else's.</summary>
    public static MatrixQuery MainBranches(string pacticipant) => new()
    {
        Selectors = [new MatrixSelector { Pacticipant = pacticipant, MainBranch = true, Latest = true }],
        Destination = new Destination { MainBranch = true, Latest = true },
        LatestBy = LatestBy.ConsumerVersionProvider,
    };
}
