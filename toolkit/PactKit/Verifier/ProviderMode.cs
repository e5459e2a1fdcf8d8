using System.Text.Json;
using PactKit.Model;

namespace PactKit.Verifier;

internal static class ProviderMode
{
    public static Request Apply(Request request, IReadOnlyDictionary<string, JsonElement> values, VerifierOptions options) => request;
}
