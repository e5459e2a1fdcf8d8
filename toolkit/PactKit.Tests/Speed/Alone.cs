namespace PactKit.Tests.Speed;

/// <summary>Tests that count what the whole process allocates run while no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
