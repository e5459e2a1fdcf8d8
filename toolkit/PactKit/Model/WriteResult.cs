using System.Diagnostics.CodeAnalysis;

namespace PactKit.Model;

/// <summary>The outcome of writing a pact: the JSON, or a sentence that says why the version cannot hold the pact.</summary>
public sealed record WriteResult
{
    /// <summary>UTF-8 without a byte-order mark, with a newline at the end. Null where there is an error.</summary>
    public byte[]? Json { get; init; }

    public string? Error { get; init; }

    /// <summary>What the version could not hold and was left out, each naming its interaction.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    [MemberNotNullWhen(true, nameof(Json))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Json is not null;
}
