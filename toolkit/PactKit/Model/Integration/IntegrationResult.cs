using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model.Integration;

/// <summary>What integration JSON stands for: an example, and the rules and generators by path from the example's root.</summary>
internal sealed record IntegrationResult
{
    /// <summary>The example as JSON bytes.</summary>
    public ReadOnlyMemory<byte> Example { get; init; }

    public IReadOnlyDictionary<string, RuleList> Rules { get; init; } = Empty.Rules;

    public IReadOnlyDictionary<string, Generator> Generators { get; init; } = Empty.Generators;

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Says what is wrong and at which path; null where nothing is.</summary>
    public string? Error { get; init; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;
}
