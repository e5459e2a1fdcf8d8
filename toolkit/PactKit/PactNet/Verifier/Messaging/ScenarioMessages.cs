using System.Text.Json;
using PactKit.Model;
using PactKit.Verifier.Messages;

namespace PactNet.Verifier.Messaging;

/// <summary>Makes the verifier's messages from scenarios.</summary>
internal static class ScenarioMessages
{
    public static MessageProducers Of(IMessageScenarios scenarios, JsonSerializerOptions settings)
    {
        var producers = new MessageProducers();
        foreach (var (description, scenario) in scenarios.Scenarios)
            producers.Add(description, (interaction, _) => ProduceAsync(scenario, interaction, scenario.JsonSettings ?? settings));
        return producers;
    }

    private static async Task<MessageContents> ProduceAsync(Scenario scenario, Interaction interaction, JsonSerializerOptions settings)
    {
        var content = await scenario.InvokeAsync((interaction as SynchronousMessage)?.Request, settings);
        var metadata = new Dictionary<string, JsonElement>();
        if ((object?)scenario.Metadata is { } given && Bodies.Serialize(given, settings) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject()) metadata[member.Name] = member.Value;
        }

        return SentMessage.Of(content, metadata, settings);
    }
}
