namespace PactKit.Verifier.States;

/// <summary>Puts a provider into the states of a pact: over HTTP (<see cref="StateEndpoint"/>) or by C# code (<see cref="StateHandlers"/>).</summary>
public interface IStateChanger
{
    /// <summary>Sets a state up or tears it down. Failures are values.</summary>
    Task<StateChangeResult> ChangeAsync(StateChange change, CancellationToken cancellationToken);
}
