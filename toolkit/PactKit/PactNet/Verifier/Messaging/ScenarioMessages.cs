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
            producers.Add(description, (_, _) => ProduceAsync(scenario, scenario.JsonSettings ?? settings));
        return producers;
    }

    private static async Task<MessageContents> ProduceAsync(Scenario scenario, JsonSerializerOptions settings)
    {
        var content = await scenario.InvokeAsync();
        var metadata = new Dictionary<string, JsonElement> { ["contentType"] = JsonSerializer.SerializeToElement(Bodies.Json) };
        if ((object?)scenario.Metadata is { } given && Bodies.Serialize(given, settings) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject()) metadata[member.Name] = member.Value;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(content, content?.GetType() ?? typeof(object), settings);
        return new MessageContents { Contents = Body.Of(json, ContentType.Json), Metadata = metadata };
    }
}
