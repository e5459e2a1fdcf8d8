using System.Text.Json;

namespace PactNet.Verifier.Messaging;

/// <summary>Collects one scenario. Factories are kept, not called: the provider state has to be set first.</summary>
internal sealed class MessageScenarioBuilder(string description) : IMessageScenarioBuilder
{
    private Func<Task<object?>>? _factory;
    private object? _metadata;
    private JsonSerializerOptions? _settings;

    public IMessageScenarioBuilder WithMetadata(object metadata)
    {
        _metadata = Argument.NotNull(metadata, nameof(metadata));
        return this;
    }

    public void WithContent(Func<dynamic> factory) => WithContent(factory, null!);

    public void WithContent(Func<dynamic> factory, JsonSerializerOptions settings)
    {
        Argument.NotNull(factory, nameof(factory));
        _factory = () => Task.FromResult((object?)factory());
        _settings = settings;
    }

    public Task WithContentAsync(Func<Task<dynamic>> factory) => WithContentAsync(factory, null!);

    public Task WithContentAsync(Func<Task<dynamic>> factory, JsonSerializerOptions settings)
    {
        Argument.NotNull(factory, nameof(factory));
        _factory = async () => (object?)await factory().ConfigureAwait(false);
        _settings = settings;
        return Task.CompletedTask;
    }

    public Scenario Build() => _factory is null
        ? throw new InvalidOperationException($"The scenario '{description}' has no content: call WithContent or WithContentAsync.")
        : new Scenario(description, _factory, _metadata, _settings);
}
