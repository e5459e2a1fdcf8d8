namespace PactKit.Model;

/// <summary>All generators of one part, by category. Keys of <see cref="Body"/> are path expressions; the other keys are literal names.</summary>
public sealed record GeneratorSet
{
    /// <summary>No generators: all examples stay.</summary>
    public static readonly GeneratorSet None = new();

    /// <summary>For the method of a request.</summary>
    public Generator? Method { get; init; }

    /// <summary>For the path of a request.</summary>
    public Generator? Path { get; init; }

    /// <summary>For the status of a response.</summary>
    public Generator? Status { get; init; }

    /// <summary>By query parameter, case-sensitive.</summary>
    public IReadOnlyDictionary<string, Generator> Query { get; init; } = Empty.Generators;

    /// <summary>Names compare ignoring case.</summary>
    public IReadOnlyDictionary<string, Generator> Headers { get; init; } = Empty.Generators;

    /// <summary>By entry of a message's metadata.</summary>
    public IReadOnlyDictionary<string, Generator> Metadata { get; init; } = Empty.Generators;

    /// <summary>By path expression from the root <c>$</c>.</summary>
    public IReadOnlyDictionary<string, Generator> Body { get; init; } = Empty.Generators;

    /// <summary>There is nothing to generate.</summary>
    public bool IsEmpty =>
        Method is null && Path is null && Status is null && Query.Count == 0 && Headers.Count == 0 && Metadata.Count == 0 && Body.Count == 0;
}
