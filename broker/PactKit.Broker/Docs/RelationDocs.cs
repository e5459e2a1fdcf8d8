using PactKit.Broker.Hal;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Docs;

/// <summary>What a link relation is for.</summary>
/// <param name="Blocks">Paragraphs; one that is indented is an example.</param>
internal sealed record RelationDoc(string Relation, string Title, IReadOnlyList<string> Blocks);

internal sealed record RelationModel(RelationDoc? Found, string Asked, IReadOnlyList<RelationDoc> All);

/// <summary>The pages that the <c>curies</c> of documents lead to.</summary>
internal static class RelationDocs
{
    public static readonly IReadOnlyList<RelationDoc> All = Read(Assets.Read("relations.txt"));

    private static readonly Dictionary<string, RelationDoc> ByName = All.ToDictionary(doc => doc.Relation);

    public static void MapRelationDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/doc", (BrokerRequest request) => Page.Of<RelationPage>(request, new RelationModel(null, "", All))).ExcludeFromDescription();
        routes.MapGet("/doc/{rel}", Show).ExcludeFromDescription();
    }

    private static IResult Show(BrokerRequest request, string rel)
    {
        var name = rel.StartsWith("pb:", StringComparison.Ordinal) || rel.StartsWith("beta:", StringComparison.Ordinal) ? rel[(rel.IndexOf(':', StringComparison.Ordinal) + 1)..] : rel;
        // The list of webhooks puts its context before the relation.
        var found = ByName.GetValueOrDefault(name) ?? (name.StartsWith("webhooks-", StringComparison.Ordinal) ? ByName.GetValueOrDefault(name["webhooks-".Length..]) : null);
        return Page.Of<RelationPage>(request, new RelationModel(found, rel, All), found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static List<RelationDoc> Read(string text) => text.ReplaceLineEndings("\n").Split("# ", StringSplitOptions.RemoveEmptyEntries).SelectMany(section =>
    {
        var end = section.IndexOf('\n', StringComparison.Ordinal);
        var heading = section[..end].Split(" | ");
        var blocks = section[end..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Trim('\n')).Where(block => block.Length > 0).ToList();
        return heading[0].Split(", ").Select(relation => new RelationDoc(relation, heading[1], blocks));
    }).ToList();
}
