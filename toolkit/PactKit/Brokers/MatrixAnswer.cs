using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>What the matrix says.</summary>
public sealed record MatrixAnswer
{
    /// <summary>True: yes. False: no. Null: no, because results are missing; they may still arrive.</summary>
    public bool? Deployable { get; init; }

    /// <summary>Why, in the broker's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How many required results are missing.</summary>
    public int Unknown { get; init; }

    public IReadOnlyList<BrokerNotice> Notices { get; init; } = [];

    public IReadOnlyList<MatrixRow> Rows { get; init; } = [];

    public required HalDocument Document { get; init; }

    internal static BrokerResult<MatrixAnswer> Read(HalDocument document)
    {
        if (document.Json.Member("summary") is not { } summary) return Failures.NotABroker(document.Url, "the matrix has no summary");
        return new MatrixAnswer
        {
            Deployable = summary.Flag("deployable"),
            Reason = summary.Text("reason") ?? "",
            Unknown = summary.Number("unknown") ?? 0,
            Notices = [.. ErrorReader.Notices(document.Json)],
            Rows = [.. document.Json.Items("matrix").Select(ReadRow)],
            Document = document,
        };
    }

    private static MatrixRow ReadRow(System.Text.Json.JsonElement row)
    {
        var (consumer, provider, result) = (row.Member("consumer"), row.Member("provider"), row.Member("verificationResult"));
        return new MatrixRow
        {
            Consumer = consumer?.Text("name") ?? "",
            ConsumerVersion = consumer?.Member("version")?.Text("number"),
            Provider = provider?.Text("name") ?? "",
            ProviderVersion = provider?.Member("version")?.Text("number"),
            Success = result?.Flag("success"),
            ResultUrl = result is { } found && HalDocument.LinksOf(found, "self") is [var self, ..] ? self.Href : null,
            Ignored = row.Flag("ignored") ?? false,
        };
    }
}
