namespace PactKit.Broker.Docs;

/// <summary>All operations of the API. A test holds this list against the routes, and the statuses against what the routes answer.</summary>
internal static class Operations
{
    private const string A = "/pacticipants/{pacticipant}";
    private const string P = "/pacts/provider/{provider}";
    private const string C = P + "/consumer/{consumer}";
    private const string Merge = "application/merge-patch+json";
    private const string Text = "text/plain";
    private static readonly string[] Paging = ["page", "size"];
    private static readonly string[] PactTypes = ["application/hal+json", "application/json", "text/html", "application/vnd.pactbrokerextended.v1+json"];
    private static readonly string[] ResultTypes = ["application/hal+json", "application/json", "application/vnd.pactbrokerextended.v1+json"];
    private static readonly string[] Svg = ["image/svg+xml"];
    private static readonly string[] Csv = ["text/csv"];
    private static readonly string[] HalOrText = ["application/hal+json", Text];
    private static readonly string[] MatrixQuery = ["q[][pacticipant]", "q[][version]", "q[][branch]", "q[][tag]", "q[][environment]", "q[][mainBranch]", "q[][latest]", "latestby", "success[]", "limit", "latest", "tag", "environment", "mainBranch", "ignore[][pacticipant]", "ignore[][version]"];

    public static readonly IReadOnlyList<Operation> All = [.. Index(), .. Pacticipants(), .. Versions(), .. Pacts(), .. PactLists(), .. Results(), .. Environments(), .. Matrix(), .. Webhooks(), .. Overviews()];

    private static IEnumerable<Operation> Index() =>
    [
        new("GET", "/", "Index", "The index: links to everything else", [200]),
        new("GET", "/openapi", "Index", "This document", [200]) { Types = ["application/json"] },
        new("GET", "/diagnostic/status/heartbeat", "Diagnostics", "Is the broker there?", [200]),
        new("GET", "/diagnostic/status/dependencies", "Diagnostics", "Does the broker reach its database?", [200]),
        new("GET", "/test/error", "Diagnostics", "Fails, to see how failures are reported", [500]),
        new("POST", "/test/error", "Diagnostics", "Fails, to see how failures are reported", [500]),
    ];

    private static IEnumerable<Operation> Pacticipants() =>
    [
        new("GET", "/pacticipants", "Pacticipants", "List pacticipants", [200, 400]) { Query = ["q", .. Paging] },
        new("POST", "/pacticipants", "Pacticipants", "Create a pacticipant; one that exists is answered as it is", [201, 400, 415]) { Body = "NewPacticipant" },
        new("GET", "/pacticipants/label/{label}", "Pacticipants", "List pacticipants with a label", [200, 400]) { Query = ["q", .. Paging] },
        new("GET", A, "Pacticipants", "Show a pacticipant", [200, 404]),
        new("PUT", A, "Pacticipants", "Replace a pacticipant's fields", [200, 400, 404, 415]) { Body = "Pacticipant" },
        new("PATCH", A, "Pacticipants", "Change a pacticipant's fields, or create it", [200, 201, 400, 415]) { Body = "Pacticipant", BodyTypes = ["application/json", Merge] },
        new("DELETE", A, "Pacticipants", "Delete a pacticipant with all its data", [204, 404]),
        new("GET", "/labels", "Pacticipants", "List the labels in use", [200, 400]) { Query = Paging },
        new("GET", A + "/labels/{label}", "Pacticipants", "Show a label of a pacticipant", [200, 404]),
        new("PUT", A + "/labels/{label}", "Pacticipants", "Label a pacticipant", [200, 201, 400, 415]) { Body = "Nothing" },
        new("DELETE", A + "/labels/{label}", "Pacticipants", "Take a label off", [204, 404]),
    ];

    private static IEnumerable<Operation> Versions() =>
    [
        new("GET", A + "/versions", "Versions", "List versions, the newest first", [200, 400, 404]) { Query = Paging },
        new("GET", A + "/versions/{number}", "Versions", "Show a version", [200, 404]),
        new("PUT", A + "/versions/{number}", "Versions", "Create or replace a version", [200, 201, 400, 415]) { Body = "Version" },
        new("PATCH", A + "/versions/{number}", "Versions", "Create or change a version", [200, 201, 400, 415]) { Body = "Version", BodyTypes = [Merge] },
        new("DELETE", A + "/versions/{number}", "Versions", "Delete a version with its pacts and results", [204, 404]),
        new("GET", A + "/latest-version", "Versions", "Show the latest version", [200, 404]),
        new("GET", A + "/latest-version/{tag}", "Versions", "Show the latest version with a tag", [200, 404]),
        new("GET", A + "/tags/{tag}/versions", "Versions", "List versions with a tag", [200, 400, 404]) { Query = Paging },
        new("GET", A + "/environments/{uuid}/versions", "Versions", "List versions that ever were in an environment", [200, 400, 404]) { Query = Paging },
        new("GET", A + "/versions/{number}/tags/{tag}", "Versions", "Show a tag", [200, 404]),
        new("PUT", A + "/versions/{number}/tags/{tag}", "Versions", "Tag a version", [200, 201, 400, 415]) { Body = "Nothing" },
        new("DELETE", A + "/versions/{number}/tags/{tag}", "Versions", "Take a tag off", [204, 404]),
        new("GET", A + "/branches", "Branches", "List branches, last used first", [200, 400, 404]) { Query = ["q", .. Paging] },
        new("DELETE", A + "/branches", "Branches", "Delete all branches but the main one and those excluded", [202, 404]) { Query = ["exclude[]"] },
        new("GET", A + "/branches/{branch}", "Branches", "Show a branch", [200, 404]),
        new("DELETE", A + "/branches/{branch}", "Branches", "Delete a branch; its versions stay", [204, 404]),
        new("GET", A + "/branches/{branch}/latest-version", "Branches", "Show the head of a branch", [200, 404]),
        new("GET", A + "/branches/{branch}/versions", "Branches", "List versions on a branch", [200, 400, 404]) { Query = Paging },
        new("GET", A + "/branches/{branch}/versions/{number}", "Branches", "Show that a version is on a branch", [200, 404]),
        new("PUT", A + "/branches/{branch}/versions/{number}", "Branches", "Put a version on a branch, as its head", [200, 201, 400, 415]) { Body = "Nothing" },
        new("DELETE", A + "/branches/{branch}/versions/{number}", "Branches", "Take a version off a branch", [204, 404]),
    ];

    private static IEnumerable<Operation> Pacts()
    {
        yield return new("POST", "/contracts/publish", "Pacts", "Publish the contracts of one consumer version, all or none", [200, 400, 409, 415]) { Body = "PublishContracts" };
        foreach (var pact in new[] { C + "/version/{number}", C + "/versions/{number}", "/pact/provider/{provider}/consumer/{consumer}/version/{number}" })
        {
            yield return new("GET", pact, "Pacts", "Show the pact of a consumer version", [200, 304, 404]) { Types = PactTypes };
            yield return new("PUT", pact, "Pacts", "Publish a pact", [200, 201, 400, 409, 415]) { Body = "Pact", Types = PactTypes };
            yield return new("PATCH", pact, "Pacts", "Add interactions to a pact", [200, 201, 400, 409, 415]) { Body = "Pact", Types = PactTypes };
            yield return new("DELETE", pact, "Pacts", "Delete a pact", [200, 404]);
        }

        yield return new("GET", C + "/latest", "Pacts", "Show the latest pact of a pair", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", "/pact/provider/{provider}/consumer/{consumer}/latest", "Pacts", "Show the latest pact of a pair", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/latest/{tag}", "Pacts", "Show the latest pact with a tag", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/latest-untagged", "Pacts", "Show the latest pact without tags", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/branch/{branch}/latest", "Pacts", "Show the latest pact of a branch", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/pact-version/{sha}", "Pacts", "Show a pact by its content", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/pact-version/{sha}/metadata/{metadata}", "Pacts", "Show a pact by its content, as it was chosen", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/version/{number}/previous-distinct", "Pacts", "Show the last pact before with different content", [200, 304, 404]) { Types = PactTypes };
        yield return new("GET", C + "/version/{number}/diff/previous-distinct", "Pacts", "What changed since the last pact with different content", [200, 404]) { Types = [Text] };
        yield return new("GET", C + "/version/{number}/diff/version/{other}", "Pacts", "What changed between two versions", [200, 404]) { Types = [Text] };
        yield return new("GET", C + "/pact-version/{sha}/diff/pact-version/{other}", "Pacts", "What changed between two contents", [200, 404]) { Types = [Text] };
    }

    private static IEnumerable<Operation> PactLists()
    {
        yield return new("GET", "/pacts/latest", "Pacts", "List the latest pact of every pair", [200]);
        foreach (var (path, summary) in new[]
        {
            ("", "all pacts of a provider"), ("/latest", "a provider's latest pacts"), ("/latest/{name}", "a provider's latest pacts with a tag"), ("/tag/{name}", "a provider's pacts with a tag"),
            ("/branch", "a provider's pacts from main branches"), ("/branch/latest", "a provider's pacts from the heads of main branches"),
            ("/branch/{name}", "a provider's pacts from a branch"), ("/branch/{name}/latest", "a provider's pacts from the heads of a branch"),
        })
        {
            yield return new("GET", P + path, "Pacts", "List " + summary, [200, 404]);
        }

        foreach (var (path, summary) in new[]
        {
            ("/versions", "all pacts of a pair"), ("/tag/{name}", "a pair's pacts with a tag"), ("/branch", "a pair's pacts from the main branch"), ("/branch/versions", "a pair's pacts from the main branch"),
            ("/branch/{name}", "a pair's pacts from a branch"), ("/branch/latest", "the pact of the main branch's head, or a branch called latest"), ("/branch/latest/versions", "the pact of the main branch's head"), ("/branch/{name}/latest/versions", "the pact of a branch's head"),
        })
        {
            yield return new("GET", C + path, "Pacts", "List " + summary, [200, 404]);
            yield return new("DELETE", C + path, "Pacts", "Delete " + summary, [path == "/versions" ? 204 : 200, 404]);
        }

        yield return new("GET", P + "/for-verification", "Verification", "The pacts a provider is to verify (old form)", [200, 400, 404])
        {
            Query = ["provider_version_tags[]", "provider_version_branch", "consumer_version_selectors[][tag]", "consumer_version_selectors[][latest]", "consumer_version_selectors[][fallback_tag]", "consumer_version_selectors[][consumer]", "include_pending_status", "include_wip_pacts_since"],
        };
        yield return new("POST", P + "/for-verification", "Verification", "The pacts a provider is to verify", [200, 400, 404, 415]) { Body = "PactsForVerification" };
        yield return new("GET", P + "/provider-states", "Verification", "The provider states that pacts of main branches use", [200, 404]);
        yield return new("GET", P + "/provider-states/branch/{branch}", "Verification", "The provider states that pacts of a branch use", [200, 404]);
        yield return new("GET", P + "/provider-states/environment/{environment}", "Verification", "The provider states that pacts in an environment use", [200, 404]);
    }

    private static IEnumerable<Operation> Results()
    {
        const string Content = C + "/pact-version/{sha}";
        foreach (var path in new[] { Content, Content + "/metadata/{metadata}" })
        {
            yield return new("POST", path + "/verification-results", "Verification", "Publish a verification result", [201, 400, 404, 415]) { Body = "VerificationResult" };
            yield return new("GET", path + "/verification-results/{number}", "Verification", "Show a verification result; the number may be `latest`", [200, 404]) { Types = ResultTypes };
            yield return new("DELETE", path + "/verification-results/{number}", "Verification", "Delete a verification result", [204, 404]);
        }

        foreach (var path in new[] { C + "/version/{number}", C + "/latest", C + "/latest/{tag}" })
        {
            yield return new("GET", path + "/verification-results/latest", "Verification", "Show the latest verification result of a pact", [200, 404]) { Types = ResultTypes };
            yield return new("DELETE", path + "/verification-results/latest", "Verification", "Delete the latest verification result of a pact", [204, 404]);
        }

        yield return new("GET", "/verification-results/consumer/{consumer}/version/{number}/latest", "Verification", "Is this consumer version verified?", [200, 404]);
    }

    private static IEnumerable<Operation> Environments() =>
    [
        new("GET", "/environments", "Environments", "List environments", [200]) { Query = ["name"] },
        new("POST", "/environments", "Environments", "Create an environment", [201, 400, 415]) { Body = "Environment" },
        new("GET", "/environments/{uuid}", "Environments", "Show an environment", [200, 404]),
        new("PUT", "/environments/{uuid}", "Environments", "Replace an environment", [200, 400, 404, 415]) { Body = "Environment" },
        new("DELETE", "/environments/{uuid}", "Environments", "Delete an environment and what was recorded in it", [204, 404]),
        new("GET", "/environments/{uuid}/deployed-versions/currently-deployed", "Environments", "List what is deployed", [200, 404]) { Query = ["pacticipant", "applicationInstance", "target"] },
        new("GET", "/environments/{uuid}/released-versions/currently-supported", "Environments", "List what is released and supported", [200, 404]) { Query = ["pacticipant", "version"] },
        new("GET", A + "/versions/{number}/deployed-versions/environment/{uuid}", "Environments", "List deployments of a version", [200, 404]),
        new("POST", A + "/versions/{number}/deployed-versions/environment/{uuid}", "Environments", "Record a deployment", [201, 400, 404, 415]) { Body = "Deployment" },
        new("GET", A + "/versions/{number}/released-versions/environment/{uuid}", "Environments", "List releases of a version", [200, 404]),
        new("POST", A + "/versions/{number}/released-versions/environment/{uuid}", "Environments", "Record a release", [200, 201, 400, 404, 415]) { Body = "Nothing" },
        new("GET", "/deployed-versions/{uuid}", "Environments", "Show a deployment", [200, 404]),
        new("PATCH", "/deployed-versions/{uuid}", "Environments", "Record that a deployment was taken down", [200, 400, 404, 415, 422]) { Body = "Undeployment", BodyTypes = [Merge] },
        new("GET", "/released-versions/{uuid}", "Environments", "Show a release", [200, 404]),
        new("PATCH", "/released-versions/{uuid}", "Environments", "Record the end of support of a release", [200, 400, 404, 415, 422]) { Body = "EndOfSupport", BodyTypes = [Merge] },
    ];

    private static IEnumerable<Operation> Matrix() =>
    [
        new("GET", "/matrix", "Can I deploy", "Which versions were verified with each other, and can they be deployed?", [200, 400]) { Query = MatrixQuery, Types = HalOrText },
        new("GET", "/matrix/provider/{provider}/consumer/{consumer}", "Can I deploy", "The matrix of a pair", [200, 400, 404]) { Query = ["latestby", "success[]", "limit"], Types = HalOrText },
        new("GET", "/can-i-deploy", "Can I deploy", "Can a version be deployed?", [200, 400]) { Query = ["pacticipant", "version", "environment", "to", "ignore[]"], Types = HalOrText },
        new("GET", A + "/latest-version/{tag}/can-i-deploy/to/{toTag}", "Can I deploy", "Can the latest version with a tag go where another tag is?", [200, 404]) { Types = HalOrText },
        new("GET", A + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}", "Can I deploy", "Can a branch's head be deployed to an environment?", [200, 404]) { Types = HalOrText },
        new("GET", C + "/latest/badge", "Badges", "How the latest pact stands", [200]) { Types = Svg, Query = ["label", "initials"] },
        new("GET", C + "/latest-untagged/badge", "Badges", "How the latest pact without tags stands", [200]) { Types = Svg, Query = ["label", "initials"] },
        new("GET", C + "/latest/{tag}/badge", "Badges", "How the latest pact with a tag stands", [200]) { Types = Svg, Query = ["label", "initials"] },
        new("GET", "/matrix/provider/{provider}/latest/{providerTag}/consumer/{consumer}/latest/{tag}/badge", "Badges", "How the latest versions with two tags stand", [200]) { Types = Svg, Query = ["label", "initials"] },
        new("GET", A + "/latest-version/{tag}/can-i-deploy/to/{toTag}/badge", "Badges", "Can the latest version with a tag go where another tag is?", [200]) { Types = Svg, Query = ["label"] },
        new("GET", A + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge", "Badges", "Can a branch's head be deployed?", [200]) { Types = Svg, Query = ["label"] },
        new("GET", A + "/main-branch/can-i-merge/badge", "Badges", "Do the main branches fit together?", [200]) { Types = Svg, Query = ["label"] },
    ];

    private static IEnumerable<Operation> Webhooks()
    {
        foreach (var (path, of, statuses) in new[]
        {
            ("/webhooks", "", Array.Empty<int>()), ("/webhooks/provider/{provider}/consumer/{consumer}", " of a pair", [404]), ("/webhooks/provider/{provider}", " of a provider", [404]),
            ("/webhooks/consumer/{consumer}", " of a consumer", [404]), (C + "/webhooks", " of a pair", [404]),
        })
        {
            yield return new("GET", path, "Webhooks", "List webhooks" + of, [200, .. statuses]);
            yield return new("POST", path, "Webhooks", "Create a webhook" + of, [201, 400, .. statuses, 415]) { Body = "Webhook" };
        }

        yield return new("GET", "/webhooks/{uuid}", "Webhooks", "Show a webhook", [200, 404]);
        yield return new("PUT", "/webhooks/{uuid}", "Webhooks", "Create or replace a webhook", [200, 201, 400, 415]) { Body = "Webhook" };
        yield return new("DELETE", "/webhooks/{uuid}", "Webhooks", "Delete a webhook", [204, 404]);
        yield return new("POST", "/webhooks/{uuid}/execute", "Webhooks", "Call a webhook once, now", [200, 404]);
        yield return new("POST", "/webhooks/execute", "Webhooks", "Call a webhook that is not saved", [200, 400, 415]) { Body = "Webhook" };
        yield return new("GET", C + "/webhooks/status", "Webhooks", "How the webhooks of a pair are doing", [200, 404]);
        yield return new("GET", C + "/version/{number}/triggered-webhooks", "Webhooks", "What the publication of a pact triggered", [200, 404]);
        yield return new("GET", C + "/pact-version/{sha}/verification-results/{number}/triggered-webhooks", "Webhooks", "What the publication of a result triggered", [200, 404]);
        yield return new("GET", "/triggered-webhooks/{uuid}/logs", "Webhooks", "The log of a webhook's calls", [200, 404]) { Types = [Text, "application/hal+json"] };
    }

    private static IEnumerable<Operation> Overviews() =>
    [
        new("GET", "/dashboard", "Overviews", "How pacts stand", [200, 400]) { Query = Paging, Types = HalOrText },
        new("GET", "/dashboard/provider/{provider}/consumer/{consumer}", "Overviews", "How the pacts of a pair stand", [200, 400, 404]) { Query = Paging, Types = HalOrText },
        new("GET", "/integrations", "Overviews", "List integrations", [200, 400]) { Query = ["q", .. Paging], Types = ["text/vnd.graphviz", "application/hal+json"] },
        new("DELETE", "/integrations", "Overviews", "Delete all data but the environments", [204]),
        new("DELETE", "/integrations/provider/{provider}/consumer/{consumer}", "Overviews", "Delete an integration", [204, 404]),
        new("GET", "/groups/{pacticipant}", "Overviews", "Pacticipants connected with one", [200, 404]) { Types = Csv, Query = ["maxPacticipants"] },
        new("GET", "/relationships", "Overviews", "Who talks to whom", [200]) { Types = Csv },
        new("GET", "/metrics", "Overviews", "How much of everything there is", [200]),
    ];
}
