using System.Text.Json;
using PactKit.Generators;
using PactKit.Model.Json;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Authoring;

/// <summary>Generates single text values the way the engine does, for plugins whose bodies are made of such.</summary>
public static class ValueGenerator
{
    /// <summary>A value in place of the example; the example itself where nothing can be generated, or not on this side.</summary>
    /// <param name="generator">What to generate.</param>
    /// <param name="example">The value in the pact file.</param>
    /// <param name="request">The call this is for: it says on which side, with the values of provider states.</param>
    /// <param name="random">Where random values come from.</param>
    /// <param name="time">The clock for dates.</param>
    public static string Generate(Generator generator, string example, GenerateContentRequest request, Random random, TimeProvider time)
    {
        var test = ProtoJson.ToJson(request.TestContext);
        var context = new GeneratorContext
        {
            Mode = request.TestMode == GenerateContentRequest.Types.TestMode.Provider ? GeneratorMode.Provider : GeneratorMode.Consumer,
            Time = time,
            Random = random,
            ProviderState = test.TryMember("providerState", out var states) ? states.Members() : new Dictionary<string, JsonElement>(),
            MockServerUrl = test.TryMember("mockServer", out var server) ? server.TextMember("url") ?? server.TextMember("href") : null,
        };
        return Generators.ValueGenerator.Generate(ProtoRules.To(generator), textExample: true, context).Json?.AsText() ?? example;
    }
}
