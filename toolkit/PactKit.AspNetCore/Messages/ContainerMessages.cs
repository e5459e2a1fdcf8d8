using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PactKit.Binding;
using PactKit.Model;
using PactKit.Verifier.Messages;

namespace PactKit.Messages;

/// <summary>Makes messages with producers, each in a scope of the application's container.</summary>
internal sealed class ContainerMessages(IServiceProvider services, JsonSerializerOptions? settings)
{
    private readonly JsonSerializerOptions _settings =
        settings ?? services.GetService<IOptions<JsonOptions>>()?.Value.SerializerOptions ?? JsonSerializerOptions.Web;

    public MessageProducers Of(ProviderMessages messages)
    {
        var producers = new MessageProducers();
        foreach (var (description, producer, metadata) in messages.All)
            producers.Add(description, (interaction, cancellationToken) => ProduceAsync(interaction, producer, metadata, cancellationToken));
        return producers;
    }

    private async Task<MessageContents> ProduceAsync(Interaction interaction, Handler producer, object? metadata, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var named = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in interaction.ProviderStates.SelectMany(state => state.Params)) named[parameter.Key] = parameter.Value;
        // What asks, for a message that answers; the producer takes it as the type it likes, by the name "request".
        if (interaction is SynchronousMessage { Request.Contents: { State: BodyState.Present } asked } && ParsesAsJson(asked, out var request)) named["request"] = request;
        var arguments = new Arguments(named, [interaction], $"the message '{interaction.Description}'", cancellationToken);
        var content = await producer.InvokeAsync(arguments, scope.ServiceProvider);
        return content as MessageContents ?? Json(content, metadata);
    }

    private static bool ParsesAsJson(Body body, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(body.Content.Span);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private MessageContents Json(object? content, object? metadata)
    {
        var members = new Dictionary<string, JsonElement> { ["contentType"] = JsonSerializer.SerializeToElement("application/json") };
        foreach (var (name, value) in JsonValue.Members(metadata, "The metadata")) members[name] = value;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(content, content?.GetType() ?? typeof(object), _settings);
        return new MessageContents { Contents = Body.Of(bytes, ContentType.Json), Metadata = members };
    }
}
