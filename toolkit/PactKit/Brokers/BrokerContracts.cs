using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Publishes contracts.</summary>
public sealed class BrokerContracts
{
    private readonly BrokerHttp _http;

    internal BrokerContracts(BrokerHttp http) => _http = http;

    /// <summary>
    /// Publishes the contracts of one consumer version in one request. A contract that this version has already, with other
    /// content, is refused by brokers in their default setting; the error then carries the difference as notices.
    /// </summary>
    public async Task<BrokerResult<PublishedContracts>> PublishAsync(
        ContractPublication publication, CancellationToken cancellationToken = default)
    {
        var target = await _http.FromIndexAsync("pb:publish-contracts", cancellationToken);
        if (!target.Succeeded) return target.Error;
        var answer = await _http.SendAsync(HttpMethod.Post, target.Value, Body(publication), cancellationToken);
        return answer.Map(document =>
            new PublishedContracts([.. ErrorReader.Notices(document.Json)], document.Links("pb:contracts"), document));
    }

    private static JsonBody Body(ContractPublication publication) => JsonBody.Write(json =>
    {
        json.WriteString("pacticipantName", publication.Pacticipant);
        json.WriteString("pacticipantVersionNumber", publication.Version);
        json.WriteIfGiven("branch", publication.Branch);
        json.WriteIfAny("tags", publication.Tags);
        json.WriteIfGiven("buildUrl", publication.BuildUrl);
        json.WriteStartArray("contracts");
        foreach (var contract in publication.Contracts)
        {
            json.WriteStartObject();
            json.WriteString("consumerName", contract.Consumer);
            json.WriteString("providerName", contract.Provider);
            json.WriteString("specification", "pact");
            json.WriteString("contentType", "application/json");
            json.WriteBase64String("content", contract.Content.Span);
            json.WriteString("onConflict", contract.Merge ? "merge" : "overwrite");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
