using System.Collections.Concurrent;
using System.Text.Json;
using PactKit.Brokers.Http;

namespace PactKit.Brokers;

/// <summary>Publishes verification results.</summary>
public sealed class BrokerVerifications
{
    private readonly BrokerHttp _http;
    private readonly ConcurrentDictionary<Uri, bool> _alreadyPut = new();

    internal BrokerVerifications(BrokerHttp http) => _http = http;

    /// <summary>
    /// Publishes the results of one pact: the provider version's branch and tags first, because the broker looks at them when
    /// the results arrive, then the results. The branch and tags of a version are sent once per client, however many pacts follow.
    /// </summary>
    /// <returns>The stored result as the broker shows it.</returns>
    public async Task<BrokerResult<HalDocument>> PublishAsync(
        PactToVerify pact, VerificationResults results, CancellationToken cancellationToken = default)
    {
        if (pact.PublishResultsUrl is not { } target) return Failures.NotOffered(pact.Url, "pb:publish-verification-results");
        var placed = await PlaceVersionAsync(pact, results, cancellationToken);
        return placed is { } error ? error : await _http.SendAsync(HttpMethod.Post, target, Body(results), cancellationToken);
    }

    private async Task<BrokerError?> PlaceVersionAsync(PactToVerify pact, VerificationResults results, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(results.ProviderBranch) && results.ProviderTags.Count == 0) return null;
        if (pact.ProviderUrl is not { } providerUrl) return Failures.NotOffered(pact.Url, "pb:provider");
        var provider = await _http.GetAsync(providerUrl, cancellationToken);
        if (!provider.Succeeded) return provider.Error;

        var version = ("version", results.ProviderVersion);
        if (!string.IsNullOrEmpty(results.ProviderBranch))
        {
            var error = await PutOnceAsync(provider.Value, "pb:branch-version", [("branch", results.ProviderBranch), version], cancellationToken);
            if (error is not null) return error;
        }

        foreach (var tag in results.ProviderTags)
        {
            var error = await PutOnceAsync(provider.Value, "pb:version-tag", [("tag", tag), version], cancellationToken);
            if (error is not null) return error;
        }

        return null;
    }

    private async Task<BrokerError?> PutOnceAsync(
        HalDocument provider, string relation, (string, string)[] values, CancellationToken cancellationToken)
    {
        if (provider.Link(relation) is not { } link) return Failures.NotOffered(provider.Url, relation);
        var url = _http.Root.Resolve(link.Expand(values));
        if (_alreadyPut.ContainsKey(url)) return null;
        var answer = await _http.SendAsync(HttpMethod.Put, url, JsonBody.Nothing, cancellationToken);
        if (answer.Succeeded) _alreadyPut[url] = true;
        return answer.Error;
    }

    private static JsonBody Body(VerificationResults results) => JsonBody.Write(json =>
    {
        json.WriteBoolean("success", results.Success);
        json.WriteString("providerApplicationVersion", results.ProviderVersion);
        json.WriteIfGiven("buildUrl", results.BuildUrl);
        json.WriteStartObject("verifiedBy");
        json.WriteString("implementation", results.Implementation);
        json.WriteIfGiven("version", results.ImplementationVersion);
        json.WriteEndObject();
        json.WriteStartArray("testResults");
        foreach (var interaction in results.Interactions) Write(json, interaction);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, InteractionResult interaction)
    {
        json.WriteStartObject();
        json.WriteIfGiven("interactionId", interaction.InteractionId);
        json.WriteString("interactionDescription", interaction.Description);
        json.WriteBoolean("success", interaction.Success);
        if (interaction.Mismatches.Count > 0)
        {
            json.WriteStartArray("mismatches");
            foreach (var mismatch in interaction.Mismatches)
            {
                json.WriteStartObject();
                json.WriteString("attribute", mismatch.Attribute);
                json.WriteIfGiven("identifier", mismatch.Identifier);
                json.WriteString("description", mismatch.Description);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (interaction.Exceptions.Count > 0)
        {
            json.WriteStartArray("exceptions");
            foreach (var message in interaction.Exceptions)
            {
                json.WriteStartObject();
                json.WriteString("message", message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
