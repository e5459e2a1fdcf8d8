using System.Text.Json;
using PactKit.Model;
using PactNet;
using PactNet.Verifier.Messaging;

namespace PactKit;

/// <summary>Synchronous messages: one asks, others answer, whatever carries them (V4).</summary>
public static class SynchronousMessageExtensions
{
    /// <summary>Messages the consumer sends and gets answers to.</summary>
    public static SynchronousMessagePactBuilder WithSynchronousMessageInteractions(this IPactV4 pact) =>
        new(new MessageRound(PactExtensions.Settings(pact, PactSpecification.V4), pact.Config));

    /// <summary>Adds what the provider answers to a synchronous message. The factory is called after the provider state is set.</summary>
    /// <typeparam name="TRequest">What the request is read as.</typeparam>
    /// <typeparam name="TResponse">What is answered.</typeparam>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="description">The description in the pact.</param>
    /// <param name="answer">Makes the answer from the request of the pact.</param>
    /// <param name="settings">Serialiser settings for both; those of the verifier when null.</param>
    /// <exception cref="ArgumentException">The description is taken.</exception>
    public static IMessageScenarios AddResponse<TRequest, TResponse>(
        this IMessageScenarios scenarios, string description, Func<TRequest, Task<TResponse>> answer, JsonSerializerOptions? settings = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(answer);
        if (scenarios is not MessageScenarios own) throw new ArgumentException("Only scenarios that WithMessages hands out can do this.", nameof(scenarios));
        return own.Add(new Scenario(description, async (request, options) => await answer(Read<TRequest>(request, description, options)).ConfigureAwait(false), settings));
    }

    /// <inheritdoc cref="AddResponse{TRequest, TResponse}(IMessageScenarios, string, Func{TRequest, Task{TResponse}}, JsonSerializerOptions?)"/>
    public static IMessageScenarios AddResponse<TRequest, TResponse>(
        this IMessageScenarios scenarios, string description, Func<TRequest, TResponse> answer, JsonSerializerOptions? settings = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return scenarios.AddResponse<TRequest, TResponse>(description, request => Task.FromResult(answer(request)), settings);
    }

    private static T Read<T>(MessageContents? request, string description, JsonSerializerOptions settings) => request is null
        ? throw new InvalidOperationException($"The message '{description}' of the pact asks nothing: it is asynchronous, so add it with Add(description, factory).")
        : Consumer.MessageExample.As<T>(request, settings);
}
