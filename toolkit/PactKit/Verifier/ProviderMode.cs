using System.Text.Json;
using PactKit.Generators;
using PactKit.Model;

namespace PactKit.Verifier;

/// <summary>Applies generators as a provider's verifier does, with the values of the provider states.</summary>
internal static class ProviderMode
{
    public static Generated<Request> Apply(Request request, IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) =>
        PartGenerator.Changes(request.Generators, request.MatchingRules)
            ? Locked(options, () => PartGenerator.Apply(request, Context(values, options)))
            : new Generated<Request>(request, []);

    public static Generated<MessageContents> Apply(MessageContents message, IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) =>
        PartGenerator.Changes(message.Generators, message.MatchingRules)
            ? Locked(options, () => PartGenerator.Apply(message, Context(values, options)))
            : new Generated<MessageContents>(message, []);

    // A seeded Random is not made for several callers at once.
    private static Generated<T> Locked<T>(VerifierOptions options, Func<Generated<T>> apply)
    {
        if (options.Random is null) return apply();
        lock (options.Random) return apply();
    }

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
