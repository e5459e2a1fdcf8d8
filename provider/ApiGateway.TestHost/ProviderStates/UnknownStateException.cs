namespace ApiGateway.TestHost.ProviderStates;

/// <summary>A contract asks for a state nobody wrote a setup for.</summary>
internal sealed class UnknownStateException(string state, IEnumerable<string> known)
    : Exception($"There is no setup for the provider state '{state}'. Known states: {string.Join(", ", known.Order())}.");
