namespace PactNet.Verifier.Messaging;

/// <summary>The messages a provider can send, by description. Descriptions compare ignoring case.</summary>
public interface IMessageScenarios
{
    /// <summary>The scenarios added so far.</summary>
    IReadOnlyDictionary<string, Scenario> Scenarios { get; }

    /// <summary>Adds a message without metadata.</summary>
    /// <param name="description">The description in the pact.</param>
    /// <param name="factory">Makes the content; called after the provider state is set.</param>
    /// <exception cref="ArgumentException">The description is taken.</exception>
    IMessageScenarios Add(string description, Func<dynamic> factory);

    /// <summary>Adds a message with metadata or its own serialiser settings.</summary>
    /// <exception cref="ArgumentException">The description is taken.</exception>
    /// <exception cref="InvalidOperationException">The scenario was given no content.</exception>
    IMessageScenarios Add(string description, Action<IMessageScenarioBuilder> configure);

    /// <inheritdoc cref="Add(string, Action{IMessageScenarioBuilder})"/>
    IMessageScenarios Add(string description, Func<IMessageScenarioBuilder, Task> configure);
}
