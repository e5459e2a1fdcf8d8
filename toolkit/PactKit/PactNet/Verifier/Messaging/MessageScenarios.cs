namespace PactNet.Verifier.Messaging;

/// <summary>Collects scenarios.</summary>
internal sealed class MessageScenarios : IMessageScenarios
{
    private readonly Dictionary<string, Scenario> _scenarios = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, Scenario> Scenarios => _scenarios;

    public IMessageScenarios Add(string description, Func<dynamic> factory) => Add(new Scenario(description, factory));

    public IMessageScenarios Add(string description, Action<IMessageScenarioBuilder> configure)
    {
        var builder = new MessageScenarioBuilder(Argument.NotBlank(description, nameof(description)));
        Argument.NotNull(configure, nameof(configure))(builder);
        return Add(builder.Build());
    }

    public IMessageScenarios Add(string description, Func<IMessageScenarioBuilder, Task> configure)
    {
        var builder = new MessageScenarioBuilder(Argument.NotBlank(description, nameof(description)));
        Argument.NotNull(configure, nameof(configure))(builder).GetAwaiter().GetResult();
        return Add(builder.Build());
    }

    internal MessageScenarios Add(Scenario scenario)
    {
        if (!_scenarios.TryAdd(scenario.Description, scenario))
            throw new ArgumentException($"There is a scenario for the message '{scenario.Description}' already.", nameof(scenario));
        return this;
    }
}
