namespace PactKit.Model;

/// <summary>All generators of one part, by category. Keys of <see cref="Body"/> are path expressions; the other keys are literal names.</summary>
public sealed record GeneratorSet
{
    public static readonly GeneratorSet None = new();

    public Generator? Method { get; init; }

    public Generator? Path { get; init; }

    public Generator? Status { get; init; }

    public IReadOnlyDictionary<string, Generator> Query { get; init; } = Empty.Generators;

    /// <summary>Names compare ignoring case.</summary>
    public IReadOnlyDictionary<string, Generator> Headers { get; init; } = Empty.Generators;

    public IReadOnlyDictionary<string, Generator> Metadata { get; init; } = Empty.Generators;

    public IReadOnlyDictionary<string, Generator> Body { get; init; } = Empty.Generators;

    public bool IsEmpty =>
        Method is null && Path is null && Status is null && Query.Count == 0 && Headers.Count == 0 && Metadata.Count == 0 && Body.Count == 0;
}
