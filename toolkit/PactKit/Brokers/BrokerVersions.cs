using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Versions of pacticipants, their tags and branches.</summary>
public sealed class BrokerVersions
{
    private readonly BrokerHttp _http;

    internal BrokerVersions(BrokerHttp http) => _http = http;

    public async Task<BrokerResult<HalDocument>> GetAsync(string pacticipant, string version, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            HttpMethod.Get, "pb:pacticipant-version", null, cancellationToken, ("pacticipant", pacticipant), ("version", version));
        return answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"The broker knows no version {version} of {pacticipant}.", Details = [] }
            : answer;
    }

    /// <summary>The latest version, or the latest that has a tag.</summary>
    public async Task<BrokerResult<HalDocument>> LatestAsync(
        string pacticipant, string? tag = null, CancellationToken cancellationToken = default)
    {
        var answer = string.IsNullOrEmpty(tag)
            ? await SendAsync(HttpMethod.Get, "pb:latest-version", null, cancellationToken, ("pacticipant", pacticipant))
            : await SendAsync(
                HttpMethod.Get, "pb:latest-tagged-version", null, cancellationToken, ("pacticipant", pacticipant), ("tag", tag));
        if (answer.Error?.Kind != BrokerErrorKind.NotFound) return answer;
        var which = string.IsNullOrEmpty(tag) ? "" : $" with tag {tag}";
        return answer.Error with { Message = $"The broker knows no version of {pacticipant}{which}.", Details = [] };
    }

    /// <summary>Creates the version where it is missing, without branch or tag.</summary>
    public Task<BrokerResult<HalDocument>> PutAsync(string pacticipant, string version, CancellationToken cancellationToken = default) =>
        SendAsync(
            HttpMethod.Put, "pb:pacticipant-version", JsonBody.Nothing, cancellationToken,
            ("pacticipant", pacticipant), ("version", version));

    /// <summary>Puts the version on a branch, creating what is missing.</summary>
    public Task<BrokerResult<HalDocument>> PutOnBranchAsync(
        string pacticipant, string version, string branch, CancellationToken cancellationToken = default) =>
        SendAsync(
            HttpMethod.Put, "pb:pacticipant-branch-version", JsonBody.Nothing, cancellationToken,
            ("pacticipant", pacticipant), ("version", version), ("branch", branch));

    /// <summary>Tags the version, creating what is missing.</summary>
    public Task<BrokerResult<HalDocument>> TagAsync(
        string pacticipant, string version, string tag, CancellationToken cancellationToken = default) =>
        SendAsync(
            HttpMethod.Put, "pb:pacticipant-version-tag", JsonBody.Nothing, cancellationToken,
            ("pacticipant", pacticipant), ("version", version), ("tag", tag));

    public async Task<BrokerResult<HalDocument>> UntagAsync(
        string pacticipant, string version, string tag, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            HttpMethod.Delete, "pb:pacticipant-version-tag", null, cancellationToken,
            ("pacticipant", pacticipant), ("version", version), ("tag", tag));
        return answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"{pacticipant} version {version} has no tag {tag}.", Details = [] }
            : answer;
    }

    /// <summary>Deletes a branch; its versions, pacts and results stay.</summary>
    public async Task<BrokerResult<HalDocument>> DeleteBranchAsync(
        string pacticipant, string branch, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(
            HttpMethod.Delete, "pb:pacticipant-branch", null, cancellationToken, ("pacticipant", pacticipant), ("branch", branch));
        return answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"{pacticipant} has no branch {branch}.", Details = [] }
            : answer;
    }

    private async Task<BrokerResult<HalDocument>> SendAsync(
        HttpMethod method, string relation, JsonBody? body, CancellationToken cancellationToken, params (string, string)[] values)
    {
        var target = await _http.FromIndexAsync(relation, cancellationToken, values);
        return target.Succeeded ? await _http.SendAsync(method, target.Value, body, cancellationToken) : target.Error;
    }
}
