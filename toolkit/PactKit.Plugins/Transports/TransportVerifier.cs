using System.Text.Json;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Transports;

/// <summary>Verifies interactions of a transport that a plugin provides: the plugin builds the call and makes it.</summary>
/// <param name="plugin">The plugin that offers the transport.</param>
/// <param name="pactJson">The pact, in the V4 format; its interactions need keys.</param>
/// <param name="config">What the plugin may need: "host", "port", and what the user adds.</param>
public sealed class TransportVerifier(Plugin plugin, string pactJson, IReadOnlyDictionary<string, JsonElement> config)
{
    /// <summary>Lets the plugin build the call for an interaction.</summary>
    /// <exception cref="PluginException">It cannot.</exception>
    public async Task<PreparedCall> PrepareAsync(string interactionKey, CancellationToken cancellation = default)
    {
        var request = new VerificationPreparationRequest { Pact = pactJson, InteractionKey = interactionKey, Config = ProtoJson.ToStruct(config) };
        var response = await plugin.CallAsync(
            "PrepareInteractionForVerification", (client, call) => client.PrepareInteractionForVerificationAsync(request, call), cancellation);
        return response.ResponseCase switch
        {
            VerificationPreparationResponse.ResponseOneofCase.InteractionData => new PreparedCall(response.InteractionData),
            VerificationPreparationResponse.ResponseOneofCase.Error =>
                throw new PluginException($"The plugin {plugin.Manifest} could not prepare the interaction: {response.Error}"),
            _ => throw new PluginException($"The plugin {plugin.Manifest} answered PrepareInteractionForVerification with nothing."),
        };
    }

    /// <summary>Lets the plugin make the call and compare what comes back.</summary>
    /// <exception cref="PluginException">The call could not be made.</exception>
    public async Task<TransportVerification> VerifyAsync(string interactionKey, PreparedCall prepared, CancellationToken cancellation = default)
    {
        var request = new VerifyInteractionRequest
        {
            InteractionData = prepared.Data,
            Config = ProtoJson.ToStruct(config),
            Pact = pactJson,
            InteractionKey = interactionKey,
        };
        var response = await plugin.CallAsync("VerifyInteraction", (client, call) => client.VerifyInteractionAsync(request, call), cancellation);
        if (response.ResponseCase != VerifyInteractionResponse.ResponseOneofCase.Result)
            throw new PluginException($"The plugin {plugin.Manifest} could not verify the interaction: {response.Error}");
        var mismatches = response.Result.Mismatches.Select(item =>
            item.ResultCase == VerificationResultItem.ResultOneofCase.Error ? item.Error
            : item.Mismatch.Path.Length == 0 ? item.Mismatch.Mismatch
            : $"{item.Mismatch.Path}: {item.Mismatch.Mismatch}");
        return new TransportVerification(response.Result.Success, [.. mismatches], [.. response.Result.Output]);
    }
}

/// <summary>What came of a verification by a plugin.</summary>
/// <param name="Success">The provider answered as expected.</param>
/// <param name="Mismatches">What differs, one sentence each.</param>
/// <param name="Output">Lines the plugin wants the user to see.</param>
public sealed record TransportVerification(bool Success, IReadOnlyList<string> Mismatches, IReadOnlyList<string> Output);
