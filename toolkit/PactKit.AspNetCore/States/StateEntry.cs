using PactKit.Binding;

namespace PactKit.States;

/// <summary>A state and what changes it.</summary>
internal sealed class StateEntry(StateName name)
{
    public StateName Name { get; } = name;

    public Handler? Setup { get; set; }

    public Handler? Teardown { get; set; }
}
