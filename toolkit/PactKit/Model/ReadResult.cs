using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>The outcome of reading a pact: the pact, or a sentence that says what is wrong and where.</summary>
public sealed record ReadResult
{
    public Pact? Pact { get; init; }

    /// <summary>Names the source, line, column and what was expected. Null where there is a pact.</summary>
    public string? Error { get; init; }

    /// <summary>What was ignored or guessed, each with its place in the file ("$.interactions[0].request: …").</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    [MemberNotNullWhen(true, nameof(Pact))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Pact is not null;
}
