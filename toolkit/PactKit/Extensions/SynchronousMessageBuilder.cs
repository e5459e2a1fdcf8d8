using PactKit.Consumer;
using PactKit.Model;
using PactNet;
using PactNet.Exceptions;

namespace PactKit;

/// <summary>
/// One synchronous message: what the consumer sends, and what answers it. It ends with <c>VerifyAsync</c>, which runs the consumer's own code and
/// writes the pact file when that code has taken the answer.
/// </summary>
public sealed class SynchronousMessageBuilder
{
    private readonly SynchronousMessageDraft _draft;
    private readonly MessageRound _round;
    private bool _hasRequest;
    private bool _hasResponse;

    internal SynchronousMessageBuilder(SynchronousMessageDraft draft, MessageRound round) => (_draft, _round) = (draft, round);

    /// <summary>Adds a state the provider has to be in. Call it again for more.</summary>
    public SynchronousMessageBuilder Given(string providerState)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerState);
        _draft.States.Add(providerState);
        return this;
    }

    /// <summary>Adds a state with parameters: an object, as in <c>new { id = 7 }</c>, or a dictionary.</summary>
    public SynchronousMessageBuilder Given(string providerState, object parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerState);
        _draft.States.Add(providerState, RequestExtensions.Parameters(parameters, _round.Config));
        return this;
    }

    /// <summary>Names the message within its file, so that it stays the same one when its description changes.</summary>
    public SynchronousMessageBuilder WithKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        _draft.Key = key;
        return this;
    }

    /// <summary>The message may fail at the provider without failing its verification.</summary>
    public SynchronousMessageBuilder Pending()
    {
        _draft.Pending = true;
        return this;
    }

    /// <summary>A line for people, shown when the message is verified. Call it again for more.</summary>
    public SynchronousMessageBuilder WithComment(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        _draft.Comments.Add(text);
        return this;
    }

    /// <summary>Name of the test that describes the message, shown when it is verified.</summary>
    public SynchronousMessageBuilder WithTestName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _draft.Comments.TestName = name;
        return this;
    }

    /// <summary>What the consumer sends.</summary>
    public SynchronousMessageBuilder WithRequest(Action<MessageContentsBuilder> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_hasRequest) throw new InvalidOperationException($"The message '{_draft.Description}' has a request already: one message asks, several may answer.");
        _hasRequest = true;
        request(new MessageContentsBuilder(_draft.Request, _round.Config));
        return this;
    }

    /// <summary>What the provider answers. Call it again for more answers.</summary>
    /// <exception cref="InvalidOperationException">Nothing is asked yet.</exception>
    public SynchronousMessageBuilder WithResponse(Action<MessageContentsBuilder> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (!_hasRequest) throw new InvalidOperationException("Say what is asked first: call WithRequest(…) before WithResponse(…).");
        _hasResponse = true;
        response(new MessageContentsBuilder(_draft.AddResponse(), _round.Config));
        return this;
    }

    /// <summary>
    /// Runs the consumer against a channel that stands for the provider: what the consumer sends is compared with the request, and answered with
    /// the response. The pact file is written when it sent the right thing and took the answer.
    /// </summary>
    /// <exception cref="InvalidOperationException">The message has no request or no response.</exception>
    /// <exception cref="PactMessageConsumerVerificationException">Anything failed, what was sent included; the cause is inside. No file is written.</exception>
    public Task VerifyAsync(Func<MessageChannel, Task> consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        CheckComplete();
        var expected = _draft.Build();
        return _round.VerifyAsync(_draft, async (_, responses) =>
        {
            var channel = new MessageChannel(expected, responses, _round.Config.DefaultJsonSettings);
            await consumer(channel).ConfigureAwait(false);
            channel.CheckUsed();
        });
    }

    /// <summary>Hands the examples of the request and of the first response to code that reads them, then writes the pact file.</summary>
    /// <inheritdoc cref="VerifyAsync(Func{MessageChannel, Task})"/>
    public Task VerifyAsync<TRequest, TResponse>(Func<TRequest, TResponse, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        CheckComplete();
        var settings = _round.Config.DefaultJsonSettings;
        return _round.VerifyAsync(_draft, (request, responses) =>
            handler(MessageExample.As<TRequest>(request, settings), MessageExample.As<TResponse>(responses[0], settings)));
    }

    /// <inheritdoc cref="VerifyAsync{TRequest, TResponse}"/>
    public void Verify<TRequest, TResponse>(Action<TRequest, TResponse> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        VerifyAsync<TRequest, TResponse>((request, response) =>
        {
            handler(request, response);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    private void CheckComplete()
    {
        if (!_hasRequest) throw new InvalidOperationException($"The message '{_draft.Description}' asks nothing: call WithRequest(…) before it is verified.");
        if (!_hasResponse) throw new InvalidOperationException($"The message '{_draft.Description}' has no answer: call WithResponse(…) before it is verified.");
    }
}
