using System.Text.Json;
using PactKit.Consumer;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Reporting;
using PactNet;
using PactNet.Exceptions;

namespace PactKit;

/// <summary>Stands for whatever carries the messages to the provider while a consumer test runs.</summary>
public sealed class MessageChannel
{
    private readonly SynchronousMessage _expected;
    private readonly SynchronousMessageMatcher _matcher;
    private readonly IReadOnlyList<MessageContents> _responses;
    private readonly JsonSerializerOptions _settings;
    private bool _used;

    internal MessageChannel(SynchronousMessage expected, IReadOnlyList<MessageContents> responses, JsonSerializerOptions settings)
    {
        (_expected, _responses, _settings) = (expected, responses, settings);
        _matcher = new SynchronousMessageMatcher(expected);
    }

    /// <summary>Sends an object as JSON, or a text or bytes as they are, and returns the first answer.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="metadata">Metadata that goes with it, or null. <c>contentType</c> says what a text or bytes are; JSON unless told.</param>
    /// <exception cref="PactFailureException">It is not what the pact says; the message says what differs.</exception>
    public Task<TResponse> SendAsync<TRequest, TResponse>(TRequest request, IReadOnlyDictionary<string, string>? metadata = null) =>
        Task.FromResult(MessageExample.As<TResponse>(Answers(request, metadata)[0], _settings));

    /// <summary>Sends like <see cref="SendAsync"/>, and returns all answers in order.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<IReadOnlyList<TResponse>> SendForAllAsync<TRequest, TResponse>(TRequest request, IReadOnlyDictionary<string, string>? metadata = null) =>
        Task.FromResult<IReadOnlyList<TResponse>>([.. Answers(request, metadata).Select(answer => MessageExample.As<TResponse>(answer, _settings))]);

    internal void CheckUsed()
    {
        if (!_used) throw new PactFailureException($"The consumer did not send the message '{_expected.Description}': send it through the channel.");
    }

    private IReadOnlyList<MessageContents> Answers(object? request, IReadOnlyDictionary<string, string>? metadata)
    {
        var sent = SentMessage.Of(request, metadata ?? new Dictionary<string, string>(), _settings);
        var mismatches = _matcher.MatchRequest(sent);
        if (mismatches.Count > 0)
            throw new PactFailureException($"What the consumer sent is not the message '{_expected.Description}':\n{MismatchReport.Of(mismatches, _expected.Request, sent)}");
        _used = true;
        return _responses;
    }
}
