using PactKit.Broker.Hal;

namespace PactKit.Broker.Index;

internal static class IndexApi
{
    private const string P = "/pacts/provider/{provider}";
    private const string C = P + "/consumer/{consumer}";
    private const string A = "/pacticipants/{pacticipant}";

    /// <summary>Relation, path, title. A path with a placeholder is a template.</summary>
    private static readonly (string Rel, string Path, string Title)[] Relations =
    [
        ("pb:publish-pact", C + "/version/{consumerApplicationVersion}", "Publish a pact"),
        ("pb:publish-contracts", "/contracts/publish", "Publish contracts"),
        ("pb:latest-pact-versions", "/pacts/latest", "Latest pact versions"),
        ("pb:tagged-pact-versions", C + "/tag/{tag}", "All versions of a pact for a given consumer, provider and consumer version tag"),
        ("pb:branch-pact-versions", C + "/branch/{branch}", "All versions of a pact from a branch of the consumer"),
        ("pb:latest-branch-pact-versions", C + "/branch/{branch}/latest/versions", "Latest version of a pact from a branch of the consumer"),
        ("pb:main-branch-pact-versions", C + "/branch/versions", "All versions of a pact from the main branch of the consumer"),
        ("pb:latest-main-branch-pact-versions", C + "/branch/latest/versions", "Latest version of a pact from the main branch of the consumer"),
        ("pb:provider-pacts-with-main-branch", P + "/branch", "Pacts for a provider from the main branches of its consumers"),
        ("pb:provider-pacts-with-branch", P + "/branch/{branch}", "Pacts for a provider from a branch of its consumers"),
        ("pb:latest-provider-pacts-with-main-branch", P + "/branch/latest", "Latest pacts for a provider from the main branches of its consumers"),
        ("pb:latest-provider-pacts-with-branch", P + "/branch/{branch}/latest", "Latest pacts for a provider from a branch of its consumers"),
        ("pb:pacticipants", "/pacticipants", "Pacticipants"),
        ("pb:pacticipant", A, "Fetch a pacticipant by name"),
        ("pb:latest-provider-pacts", P + "/latest", "Latest pacts by provider"),
        ("pb:latest-provider-pacts-with-tag", P + "/latest/{tag}", "Latest pacts for a provider with a tag"),
        ("pb:provider-pacts-with-tag", P + "/tag/{tag}", "All pacts for a provider with a tag"),
        ("pb:provider-pacts", P, "All pacts for a provider"),
        ("pb:latest-version", A + "/latest-version", "Latest pacticipant version"),
        ("pb:latest-tagged-version", A + "/latest-version/{tag}", "Latest pacticipant version with a tag"),
        ("pb:webhooks", "/webhooks", "Webhooks"),
        ("pb:webhook", "/webhooks/{uuid}", "Webhook"),
        ("pb:integrations", "/integrations", "Integrations"),
        ("pb:pacticipant-version-tag", A + "/versions/{version}/tags/{tag}", "Get, create or delete a tag for a pacticipant version"),
        ("pb:pacticipant-branch", A + "/branches/{branch}", "Get or delete a pacticipant branch"),
        ("pb:pacticipant-branch-version", A + "/branches/{branch}/versions/{version}", "Get or add a pacticipant version of a branch"),
        ("pb:pacticipant-version", A + "/versions/{version}", "Get, create or delete a pacticipant version"),
        ("pb:metrics", "/metrics", "Metrics"),
        ("pb:can-i-deploy-pacticipant-version-to-tag", "/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}", "Can this version be deployed to where the tag is?"),
        ("pb:can-i-deploy-pacticipant-version-to-environment", "/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}", "Can this version be deployed to the environment?"),
        ("pb:provider-pacts-for-verification", P + "/for-verification", "Pacts to be verified by a provider"),
        ("beta:provider-pacts-for-verification", P + "/for-verification", "Deprecated: use pb:provider-pacts-for-verification"),
        ("pb:environments", "/environments", "Environments"),
        ("pb:environment", "/environments/{uuid}", "Environment"),
    ];

    public static void MapIndex(this IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static async Task<IResult> Show(BrokerRequest request, CancellationToken ct)
    {
        if (request.WantsHtml) return await IndexPages.Show(request, ct);
        var root = request.Urls.Base;
        var document = new HalDocument().Link("self", new Link(root, "Index", Templated: false));
        var withoutVerification = request.Settings.Features.Contains("disable_pacts_for_verification");
        foreach (var (rel, path, title) in Relations)
        {
            if (withoutVerification && rel.EndsWith(":provider-pacts-for-verification", StringComparison.Ordinal)) continue;
            var name = rel.StartsWith("beta:", StringComparison.Ordinal) ? "beta" : null;
            bool? templated = rel == "pb:metrics" ? null : path.Contains('{', StringComparison.Ordinal);
            document.Link(rel, new Link(root + path, title, name, templated));
        }

        // The registered relation for a description that machines read. It disturbs nobody: clients look relations up by name, and it is
        // an object with an address like all others here.
        document.Link("service-desc", new Link(root + "/openapi.json", "OpenAPI description", Templated: false));
        var doc = root + "/doc/{rel}?context=index";
        return new HalResult(document.Links("curies", [new Link(doc, Name: "pb", Templated: true), new Link(doc, Name: "beta", Templated: true)]));
    }
}
