using System.Text.Json;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Transports;

/// <summary>A call to the provider that a plugin has built and not yet made. Its metadata may be added to in between.</summary>
public sealed class PreparedCall
{
    internal PreparedCall(InteractionData data) => Data = data;

    internal InteractionData Data { get; }

    /// <summary>Adds to the call's metadata, or replaces what it has there: headers of the user, for one.</summary>
    public void SetMetadata(string name, string value) =>
        Data.Metadata[name] = new MetadataValue { NonBinaryValue = Google.Protobuf.WellKnownTypes.Value.ForString(value) };

    /// <summary>The metadata that is not binary.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata => Data.Metadata
        .Where(entry => entry.Value.ValueCase == MetadataValue.ValueOneofCase.NonBinaryValue)
        .ToDictionary(entry => entry.Key, entry => ProtoJson.ToJson(entry.Value.NonBinaryValue));
}
