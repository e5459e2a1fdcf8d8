using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>The applications a broker knows.</summary>
public sealed class BrokerPacticipants
{
    private readonly BrokerHttp _http;

    internal BrokerPacticipants(BrokerHttp http) => _http = http;

    public async Task<BrokerResult<HalDocument>> ListAsync(CancellationToken cancellationToken = default)
    {
        var list = await _http.FromIndexAsync("pb:pacticipants", cancellationToken);
        return list.Succeeded ? await _http.GetAsync(list.Value, cancellationToken) : list.Error;
    }

    public async Task<BrokerResult<HalDocument>> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:pacticipant", cancellationToken, ("pacticipant", name));
        if (!target.Succeeded) return target.Error;
        var answer = await _http.GetAsync(target.Value, cancellationToken);
        return answer.Error?.Kind == BrokerErrorKind.NotFound
            ? answer.Error with { Message = $"The broker knows no pacticipant called '{name}'.", Details = [] }
            : answer;
    }

    /// <summary>Creates the pacticipant, or changes what is given of the one there is.</summary>
    public async Task<BrokerResult<HalDocument>> CreateOrUpdateAsync(
        string name, PacticipantSettings settings, CancellationToken cancellationToken = default)
    {
        var body = JsonBody.Write(json =>
        {
            json.WriteString("name", name);
            if (settings.DisplayName is not null) json.WriteString("displayName", settings.DisplayName);
            if (settings.MainBranch is not null) json.WriteString("mainBranch", settings.MainBranch);
            if (settings.RepositoryUrl is not null) json.WriteString("repositoryUrl", settings.RepositoryUrl);
        });
        var existing = await GetAsync(name, cancellationToken);
        if (existing.Succeeded) return await _http.SendAsync(HttpMethod.Patch, existing.Value.Url, body, cancellationToken);
        if (existing.Error.Kind != BrokerErrorKind.NotFound) return existing;
        var list = await _http.FromIndexAsync("pb:pacticipants", cancellationToken);
        return list.Succeeded ? await _http.SendAsync(HttpMethod.Post, list.Value, body, cancellationToken) : list.Error;
    }

    /// <summary>Deletes the pacticipant with its versions, pacts and results.</summary>
    public async Task<BrokerResult<HalDocument>> DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:pacticipant", cancellationToken, ("pacticipant", name));
        return target.Succeeded ? await _http.SendAsync(HttpMethod.Delete, target.Value, null, cancellationToken) : target.Error;
    }
}
