using System.Globalization;
using System.Text;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>The matrix: which version of a consumer works with which version of a provider.</summary>
public sealed class BrokerMatrix
{
    private readonly BrokerHttp _http;

    internal BrokerMatrix(BrokerHttp http) => _http = http;

    /// <summary>Asks whether this version works with everything that is deployed or released in the environment. A "no" is an answer, not an error.</summary>
    public Task<BrokerResult<MatrixAnswer>> CanIDeployAsync(
        string pacticipant, string version, string toEnvironment, CancellationToken cancellationToken = default) =>
        AskAsync(new MatrixQuery { Selectors = [new MatrixSelector(pacticipant) { Version = version }], ToEnvironment = toEnvironment }, cancellationToken);

    /// <summary>Asks whether the selected versions may be deployed. A "no" is an answer, not an error.</summary>
    public async Task<BrokerResult<MatrixAnswer>> AskAsync(MatrixQuery query, CancellationToken cancellationToken = default)
    {
        var answer = await _http.GetAsync(_http.Root.At("matrix?" + QueryString(query)), cancellationToken);
        return answer.Succeeded ? MatrixAnswer.Read(answer.Value) : answer.Error;
    }

    /// <summary>
    /// The broker reads selectors by position: a key that repeats starts the next one, so each begins with its pacticipant.
    /// </summary>
    internal static string QueryString(MatrixQuery query)
    {
        var text = new StringBuilder();
        foreach (var selector in query.Selectors) Add(text, "q", selector);
        foreach (var selector in query.Ignore) Add(text, "ignore", selector);
        Add(text, "latestby", query.LatestBy ?? UsualLatestBy(query));
        if (ComparesWithLatest(query)) Add(text, "latest", "true");
        if (query.ToMainBranch) Add(text, "mainBranch", "true");
        Add(text, "tag", query.ToTag);
        Add(text, "environment", query.ToEnvironment);
        Add(text, "limit", query.Limit?.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    // With an environment there may be several provider versions in it, and every one has to agree: one row each.
    private static string UsualLatestBy(MatrixQuery query) =>
        query.Selectors.Count == 1 && query.ToEnvironment is null ? "cvp" : "cvpv";

    private static bool ComparesWithLatest(MatrixQuery query) =>
        query.ToEnvironment is null && (query.ToTag is not null || query.ToMainBranch || query.Selectors.Count == 1);

    private static void Add(StringBuilder text, string list, MatrixSelector selector)
    {
        Add(text, list + "%5B%5D%5Bpacticipant%5D", selector.Pacticipant);
        Add(text, list + "%5B%5D%5Bversion%5D", selector.Version);
        if (selector.Latest) Add(text, list + "%5B%5D%5Blatest%5D", "true");
        Add(text, list + "%5B%5D%5Btag%5D", selector.Tag);
        Add(text, list + "%5B%5D%5Bbranch%5D", selector.Branch);
        if (selector.MainBranch) Add(text, list + "%5B%5D%5BmainBranch%5D", "true");
        Add(text, list + "%5B%5D%5Benvironment%5D", selector.Environment);
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (value is null) return;
        if (text.Length > 0) text.Append('&');
        text.Append(key).Append('=').Append(Uri.EscapeDataString(value));
    }
}
