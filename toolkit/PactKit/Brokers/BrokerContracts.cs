using PactKit.Brokers.Http;
using PactKit.Brokers.Publishing;

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

    /// <summary>
    /// Publishes pact files, one request per consumer. Everything is read and checked before anything is sent.
    /// </summary>
    /// <param name="places">Pact files, folders of them (with the folders below), or patterns such as <c>pacts/**/*.json</c>.</param>
    /// <param name="build">Under which version, branch and build address: <see cref="BuildInfo.Detect()"/> finds them in the build service's variables and in git.</param>
    /// <param name="merge">Add the interactions to a pact this version already has, instead of replacing it.</param>
    /// <param name="cancellationToken">Ends the publishing.</param>
    /// <returns>What the broker said, consumer by consumer.</returns>
    public async Task<BrokerResult<IReadOnlyList<PublishedContracts>>> PublishFilesAsync(
        IReadOnlyList<string> places, BuildInfo build, bool merge = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(build);
        var (publications, problem) = PublicationPlan.Of(places, Directory.GetCurrentDirectory(), build, [], merge);
        if (problem is not null) return new BrokerError(BrokerErrorKind.NotSent, problem + " Nothing was published.");
        var published = new List<PublishedContracts>();
        foreach (var publication in publications)
        {
            var answer = await PublishAsync(publication, cancellationToken);
            if (answer.Error is { } error) return error with { Message = $"{error.Message} {PublicationPlan.Before(publications, publication)}" };
            published.Add(answer.Value!);
        }

        return published;
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
