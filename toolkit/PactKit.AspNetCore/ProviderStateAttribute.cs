namespace PactKit;

/// <summary>
/// A method that puts the provider into a state, or undoes it. Placeholders in the name and the parameters of the pact become arguments of the
/// same name; services come from the application's container, for each state change from a scope of its own.
/// </summary>
/// <param name="name">Name of the state, such as <c>user {id} exists</c>. Upper and lower case are the same.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProviderStateAttribute(string name) : Attribute
{
    /// <summary>Name of the state, with placeholders in braces.</summary>
    public string Name { get; } = name;

    /// <summary>The method undoes the state, after the interaction. Default: it sets the state up.</summary>
    public bool Teardown { get; init; }
}
