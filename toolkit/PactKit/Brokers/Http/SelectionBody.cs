using System.Globalization;
using System.Text.Json;

namespace PactKit.Brokers.Http;

/// <summary>The body that asks for pacts for verification. Only what was asked is in it: the broker rejects null and blank members.</summary>
internal static class SelectionBody
{
    public static JsonBody Of(PactsForVerificationQuery query) => JsonBody.Write(json =>
    {
        json.WriteIfGiven("providerVersionBranch", query.ProviderBranch);
        json.WriteIfAny("providerVersionTags", query.ProviderTags);
        if (query.Selectors.Count > 0)
        {
            json.WriteStartArray("consumerVersionSelectors");
            foreach (var selector in query.Selectors) Write(json, selector);
            json.WriteEndArray();
        }

        json.WriteBoolean("includePendingStatus", query.IncludePending);
        json.WriteIfGiven("includeWipPactsSince", query.IncludeWipPactsSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    });

    private static void Write(Utf8JsonWriter json, ConsumerVersionSelector selector)
    {
        json.WriteStartObject();
        json.WriteIfGiven("consumer", selector.Consumer);
        json.WriteIfTrue("mainBranch", selector.MainBranch);
        json.WriteIfTrue("matchingBranch", selector.MatchingBranch);
        json.WriteIfGiven("branch", selector.Branch);
        json.WriteIfGiven("fallbackBranch", selector.FallbackBranch);
        json.WriteIfGiven("tag", selector.Tag);
        json.WriteIfGiven("fallbackTag", selector.FallbackTag);
        if (selector.Latest is { } latest) json.WriteBoolean("latest", latest);
        json.WriteIfGiven("environment", selector.Environment);
        json.WriteIfTrue("deployed", selector.Deployed);
        json.WriteIfTrue("released", selector.Released);
        json.WriteIfTrue("deployedOrReleased", selector.DeployedOrReleased);
        json.WriteEndObject();
    }
}
