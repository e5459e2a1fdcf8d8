using System.Text.Json;
using PactKit.Generators;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>Applies generators as a provider's verifier does, with the values of the provider states.</summary>
internal static class ProviderMode
{
    public static Generated<Request> Apply(Request request, IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) =>
        !PartGenerator.Changes(request.Generators, request.MatchingRules) ? new Generated<Request>(request, []) : PartGenerator.Apply(request, Context(values, options));

    public static Generated<MessageContents> Apply(MessageContents message, IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) =>
        !PartGenerator.Changes(message.Generators, message.MatchingRules) ? new Generated<MessageContents>(message, []) : PartGenerator.Apply(message, Context(values, options));

    private static GeneratorContext Context(IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) => new()
    {
        Mode = GeneratorMode.Provider,
        Time = options.Clock,
#pragma warning disable RS0030 // The outermost call: who wants repeatable values passes a Random of their own.
        Random = options.Random ?? Random.Shared,
#pragma warning restore RS0030
        ProviderState = values,
    };
}
