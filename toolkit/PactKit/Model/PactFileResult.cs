using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>The outcome of putting a pact into a file. Where there is an error, the file is as it was.</summary>
public sealed record PactFileResult
{
    /// <summary>The file that was meant, whether it was written or not.</summary>
    public required string Path { get; init; }

    /// <summary>Why the file was not written, or null.</summary>
    public string? Error { get; init; }

    /// <summary>What the version of the file could not hold and was left out.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The file holds the pact.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;
}
