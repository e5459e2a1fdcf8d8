using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model.Integration;

/// <summary>What one text (a path, a query or header value, a status) stands for.</summary>
internal sealed record IntegrationValue
{
    /// <summary>The examples: one, or as many as the <c>value</c> lists; none where a matcher has no value.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The example as JSON; null where the text is just text.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Null where the text is just text.</summary>
    public RuleList? Rules { get; init; }

    public Generator? Generator { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string? Error { get; init; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;
}
