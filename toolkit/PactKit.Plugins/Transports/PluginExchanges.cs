using System.Text;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Plugins.Protocol;
using PactKit.Verifier;

namespace PactKit.Plugins.Transports;

/// <summary>Verifies the interactions of a pact whose transport is a plugin's.</summary>
internal sealed class PluginExchanges(Pact pact, IReadOnlyList<Plugin> plugins, VerifierOptions options)
{
    private (string Json, Dictionary<Interaction, string> Keys)? _pact;

    /// <summary>Null where the transport is no plugin's.</summary>
    public Task<ExchangeResult>? ExchangeFor(Interaction interaction, CancellationToken cancellation)
    {
        if (interaction.Transport is not { } transport) return null;
        var plugin = plugins.LastOrDefault(one => one.Entries.Any(e => e.Type == CatalogueEntry.Types.EntryType.Transport && e.Key == transport));
        return plugin is null ? null : VerifyAsync(plugin, interaction, cancellation);
    }

    private async Task<ExchangeResult> VerifyAsync(Plugin plugin, Interaction interaction, CancellationToken cancellation)
    {
        try
        {
            var (json, keys) = _pact ??= Write();
            var verifier = new TransportVerifier(plugin, json, Config());
            var key = keys[interaction];
            var prepared = await verifier.PrepareAsync(key, cancellation);
            foreach (var (name, value) in options.CustomHeaders) prepared.SetMetadata(name, value);
            var result = await verifier.VerifyAsync(key, prepared, cancellation);
            if (result.Success && result.Mismatches.Count == 0) return new ExchangeResult([]);
            var output = string.Join('\n', result.Output);
            return result.Mismatches.Count == 0
                ? ExchangeResult.Failed($"The plugin {plugin.Manifest} says that the provider does not answer as expected. {output}".TrimEnd())
                : new ExchangeResult([.. result.Mismatches.Select(text => new BodyMismatch("$", null, null) { Description = text })]);
        }
        catch (PluginException fault)
        {
            return ExchangeResult.Failed(fault.Message);
        }
    }

    private Dictionary<string, JsonElement> Config() => new()
    {
        ["host"] = JsonSerializer.SerializeToElement(options.BaseUri.Host),
        ["port"] = JsonSerializer.SerializeToElement(options.BaseUri.Port),
    };

    // A plugin finds an interaction by its key; most files have none.
    private (string, Dictionary<Interaction, string>) Write()
    {
        var keys = new Dictionary<Interaction, string>(ReferenceEqualityComparer.Instance);
        foreach (var (index, interaction) in pact.Interactions.Index()) keys[interaction] = interaction.Key ?? $"interaction-{index}";
        var written = PactWriter.Write(pact with { Interactions = [.. pact.Interactions.Select(one => one with { Key = keys[one] })] }, PactSpecification.V4);
        return written.IsSuccess ? (Encoding.UTF8.GetString(written.Json), keys) : throw new PluginException(written.Error);
    }
}
