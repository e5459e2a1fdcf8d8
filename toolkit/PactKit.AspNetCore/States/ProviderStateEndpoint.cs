namespace PactKit.States;

/// <summary>Marks the endpoint that changes provider states: it is no part of the API.</summary>
internal sealed class ProviderStateEndpoint;
