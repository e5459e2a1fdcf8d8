namespace PactKit.Generators;

/// <summary>A part with its generators applied. Where one failed, its example is still there and a warning says why.</summary>
internal sealed record Generated<T>(T Part, IReadOnlyList<string> Warnings);
