using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;
using PactNet.Exceptions;

namespace PactNet;

/// <summary>What the message builders of all versions share.</summary>
internal sealed class MessageRound(ConsumerSettings settings, PactConfig config)
{
    private readonly SortedDictionary<string, Dictionary<string, string>> _metadata = new(StringComparer.Ordinal);

    public PactConfig Config { get; } = config;

    /// <summary>The plugins the messages added from now on may use, or null.</summary>
    public PluginUse? Plugins { get; set; }

    public MessageDraft Draft(string description)
    {
        if (string.IsNullOrWhiteSpace(description))
            throw new ArgumentException("A message needs a description: it names the message in the pact.", nameof(description));
        return new MessageDraft(description, Plugins);
    }

    public void AddMetadata(string @namespace, string name, string value)
    {
        Argument.NotBlank(@namespace, nameof(@namespace));
        Argument.NotBlank(name, nameof(name));
        if (!_metadata.TryGetValue(@namespace, out var entries)) _metadata[@namespace] = entries = [];
        entries[name] = Argument.NotNull(value, nameof(value));
    }

    /// <summary>Calls the handler with the example; writes the file when it returns.</summary>
    public Task VerifyAsync(MessageDraft draft, Func<MessageContents, Task> handler) =>
        GuardAsync(draft.Description, () => new MessageConsumerTest(settings).RunAsync(draft, handler, Metadata()));

    /// <inheritdoc cref="VerifyAsync(MessageDraft, Func{MessageContents, Task})"/>
    public Task VerifyAsync(SynchronousMessageDraft draft, Func<MessageContents, IReadOnlyList<MessageContents>, Task> handler) =>
        GuardAsync(draft.Description, () => new MessageConsumerTest(settings).RunAsync(draft, handler, Metadata()));

    private static async Task GuardAsync(string description, Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw new PactMessageConsumerVerificationException($"The consumer did not take the message '{description}': {failure.Message}", failure);
        }
    }

    private IReadOnlyDictionary<string, JsonElement> Metadata()
    {
        var metadata = _metadata.ToDictionary(entry => entry.Key, entry => JsonSerializer.SerializeToElement(entry.Value));
        return Plugins?.AddTo(metadata) ?? metadata;
    }
}
