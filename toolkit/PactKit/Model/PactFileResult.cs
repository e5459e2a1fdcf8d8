using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>The outcome of putting a pact into a file. Where there is an error, the file is as it was.</summary>
public sealed record PactFileResult
{
    /// <summary>The file that was meant, whether it was written or not.</summary>
    public required string Path { get; init; }

    public string? Error { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;
}
