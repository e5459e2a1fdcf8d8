using System.Text.Json;
using PactKit.Consumer;

namespace PactNet;

/// <summary>The message builders of all versions; each of them only names its own type.</summary>
internal abstract class MessageBuilder<TBuilder>(MessageDraft draft, MessageRound round) : IMessageDraftSource
{
    public MessageDraft Draft { get; } = draft;

    public MessageRound Round { get; } = round;

    protected abstract TBuilder Self { get; }

    public TBuilder Given(string providerState)
    {
        Draft.States.Add(Argument.NotBlank(providerState, nameof(providerState)));
        return Self;
    }

    public TBuilder Given(string providerState, IDictionary<string, string> parameters)
    {
        Draft.States.Add(Argument.NotBlank(providerState, nameof(providerState)), Argument.NotNull(parameters, nameof(parameters)));
        return Self;
    }

    public TBuilder WithMetadata(string key, string value)
    {
        Draft.SetMetadata(Argument.NotBlank(key, nameof(key)), Argument.NotNull(value, nameof(value)));
        return Self;
    }

    public IConfiguredMessageVerifier WithJsonContent(object? body) => WithJsonContent(body, Round.Config.DefaultJsonSettings);

    public IConfiguredMessageVerifier WithJsonContent(object? body, JsonSerializerOptions settings)
    {
        var options = settings ?? Round.Config.DefaultJsonSettings;
        Draft.SetJson(Bodies.Read(body, options));
        return new ConfiguredMessageVerifier(Draft, options, Round);
    }
}
