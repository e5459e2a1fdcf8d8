using System.Globalization;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Verifier.Messages;

namespace PactKit.Verifier;

/// <summary>Has a message made and compares it.</summary>
internal sealed class MessageExchange(VerifierOptions options)
{
    private readonly IMessageSource? _source =
        options.Messages ?? (options.Http is null ? null : new MessageEndpoint(options.Http, options.BaseUri, options.Timeout));

    public async Task<ExchangeResult> RunAsync(
        Interaction interaction, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        if (_source is null) return ExchangeResult.Failed("There is nothing to make messages with: call WithMessages.");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Timeout);
        MessageResult result;
        var asked = interaction is SynchronousMessage question
            ? question with { Request = ProviderMode.Apply(question.Request, values, options).Part }
            : interaction;
        try
        {
            result = await _source.ProduceAsync(asked, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ExchangeResult.Failed($"The message was not made within {options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        }

        return result.Message is { } message
            ? new ExchangeResult(Compare(interaction, message)) { Message = message }
            : ExchangeResult.Failed(result.Error ?? "There is no message.");
    }

    private IReadOnlyList<Mismatch> Compare(Interaction interaction, MessageContents actual) => interaction switch
    {
        AsynchronousMessage message => new MessageMatcher(message.Contents, options.Matching).Match(actual),
        // Where no answer is expected, whatever the provider sends back says nothing.
        SynchronousMessage { Response: [] } => [],
        SynchronousMessage message => new SynchronousMessageMatcher(message, options.Matching).MatchResponses([actual]),
        _ => throw new ArgumentException("Only messages are compared here.", nameof(interaction)),
    };
}
