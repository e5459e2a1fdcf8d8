using System.Text.Json;
using PactKit.Consumer;

namespace PactNet;

/// <summary>Reads the example with the settings it was written with.</summary>
internal sealed class ConfiguredMessageVerifier(MessageDraft draft, JsonSerializerOptions options, MessageRound round) : IConfiguredMessageVerifier
{
    public void Verify<T>(Action<T> handler)
    {
        if (handler is null) throw new ArgumentException("Pass a callback that handles the message.", nameof(handler));
        var done = VerifyAsync<T>(message =>
        {
            handler(message);
            return Task.CompletedTask;
        });
        done.GetAwaiter().GetResult();
    }

    public Task VerifyAsync<T>(Func<T, Task> handler)
    {
        if (handler is null) throw new ArgumentException("Pass a callback that handles the message.", nameof(handler));
        return round.VerifyAsync(draft, message => handler(MessageExample.As<T>(message, options)));
    }

    public Task VerifyWithMetadataAsync<T>(Func<T, IReadOnlyDictionary<string, string>, Task> handler) =>
        round.VerifyAsync(draft, message => handler(MessageExample.As<T>(message, options), Texts(message.Metadata)));

    private static Dictionary<string, string> Texts(IReadOnlyDictionary<string, JsonElement> metadata) => metadata.ToDictionary(
        entry => entry.Key, entry => entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText());
}
