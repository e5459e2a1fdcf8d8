using System.Text;
using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;
using PactKit.Broker.Versions;

namespace PactKit.Broker.Matrix;

internal sealed class MatrixDocument(MatrixAnswer answer, VersionDetails details, IReadOnlyDictionary<long, EnvironmentRow> environments, Urls urls)
{
    public HalDocument Hal()
    {
        var decision = answer.Deployability;
        var summary = new HalDocument().WithNull("deployable", decision.Deployable);
        summary["reason"] = decision.Reason;
        summary["success"] = decision.Success;
        summary["failed"] = decision.Failed;
        summary["unknown"] = decision.Unknown;
        summary["ignored"] = decision.Ignored;
        return new HalDocument
        {
            ["summary"] = summary,
            ["notices"] = decision.Notices.Select(notice => notice.Document),
            ["matrix"] = answer.Considered.Select(row => Row(row, false)).Concat(answer.Ignored.Select(row => Row(row, true))),
        };
    }

    /// <summary>The plain-text table.</summary>
    public static string Table(MatrixAnswer answer)
    {
        string[] headings = ["CONSUMER", "C_VERSION", "REVISION", "PROVIDER", "P_VERSION", "NUMBER", "SUCCESS"];
        var rows = answer.Considered.Concat(answer.Ignored).Select(row => new[]
        {
            row.Consumer, row.ConsumerVersion, $"{row.Revision}", row.Provider, row.ProviderVersion ?? "", $"{row.VerificationId}",
            row.Success switch { true => "true", false => "false", null => "" },
        }).Prepend(headings).ToList();
        var widths = headings.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendLine(string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        var deployable = answer.Deployability.Deployable switch { true => "true", false => "false", null => "nil" };
        return text.Append('\n').Append("Deployable: ").AppendLine(deployable).Append("Reason: ").AppendLine(answer.Deployability.Reason).ToString().ReplaceLineEndings("\n");
    }

    public static string ResultUrl(MatrixRow row, Urls urls)
    {
        var metadata = new SelectionMetadata { ConsumerVersionNumber = row.ConsumerVersion }.Encode();
        return $"{urls.PactVersion(row.Consumer, row.Provider, row.Sha, metadata)}/verification-results/{row.VerificationId}";
    }

    private HalDocument Row(MatrixRow row, bool ignored)
    {
        var document = new HalDocument
        {
            ["consumer"] = Party(row.Consumer, row.ConsumerVersionId, row.ConsumerVersion),
            ["provider"] = Party(row.Provider, row.ProviderVersionId, row.ProviderVersion),
            ["pact"] = new HalDocument { ["createdAt"] = row.PublishedAt }.Link("self", new Link(urls.Pact(row.Consumer, row.Provider, row.ConsumerVersion))),
        };
        document.WithNull("verificationResult", row.VerificationId is null ? null : Result(row));
        document["ignored"] = ignored ? true : null;
        return document;
    }

    private HalDocument Party(string name, long? versionId, string? number) => new HalDocument { ["name"] = name }
        .WithNull("version", versionId is { } id ? Version(name, id, number!) : null)
        .Link("self", new Link(urls.Pacticipant(name)));

    private HalDocument Version(string name, long id, string number)
    {
        var branches = details.Branches[id].ToList();
        var documents = branches.Select(branch => VersionDocument.BranchVersion(name, number, branch, urls)).ToList();
        var places = details.Deployed[id].Where(d => d.CurrentlyDeployed).Select(d => d.EnvironmentId)
            .Concat(details.Released[id].Where(r => r.SupportEndedAt is null).Select(r => r.EnvironmentId))
            .Distinct().Where(environments.ContainsKey).Select(place => EnvironmentDocument.InMatrix(environments[place], urls));
        var document = new HalDocument { ["number"] = number }.WithNull("branch", branches.LastOrDefault()?.Name);
        document["branches"] = documents;
        document["branchVersions"] = documents;
        document["environments"] = places;
        document["tags"] = details.Tags[id].Select(tag => new HalDocument { ["name"] = tag.Name, ["latest"] = tag.IsLatest }
            .Link("self", new Link(urls.Tag(name, number, tag.Name))));
        return document.Link("self", new Link(urls.Version(name, number)));
    }

    private HalDocument Result(MatrixRow row) =>
        new HalDocument { ["success"] = row.Success, ["verifiedAt"] = row.VerifiedAt }.Link("self", new Link(ResultUrl(row, urls)));
}
