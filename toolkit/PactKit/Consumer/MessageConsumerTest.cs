using System.Text.Json;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>
/// Hands messages to the consumer's own code as they could arrive (generators applied), and writes the pact file when that code took them.
/// What the code throws goes on to the caller; the file is then as it was.
/// </summary>
internal sealed class MessageConsumerTest(ConsumerSettings settings)
{
    private readonly ConsumerMode _mode = new(TimeProvider.System, null);

    /// <exception cref="InvalidOperationException">The file could not be written.</exception>
    public async Task RunAsync(MessageDraft draft, Func<MessageContents, Task> consumer, IReadOnlyDictionary<string, JsonElement>? metadata = null)
    {
        var message = draft.Build();
        await consumer(_mode.Apply(message.Contents)).ConfigureAwait(false);
        PactWriting.Merge(settings, [message], metadata ?? Empty.Members);
    }

    /// <summary>The consumer gets the message it is to send, and what answers it.</summary>
    /// <exception cref="InvalidOperationException">The file could not be written.</exception>
    public async Task RunAsync(
        SynchronousMessageDraft draft, Func<MessageContents, IReadOnlyList<MessageContents>, Task> consumer, IReadOnlyDictionary<string, JsonElement>? metadata = null)
    {
        var message = draft.Build();
        await consumer(_mode.Apply(message.Request), [.. message.Response.Select(_mode.Apply)]).ConfigureAwait(false);
        PactWriting.Merge(settings, [message], metadata ?? Empty.Members);
    }
}
