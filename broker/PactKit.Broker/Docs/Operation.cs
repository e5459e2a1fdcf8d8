namespace PactKit.Broker.Docs;

/// <summary>One method of one resource, as the OpenAPI document tells it.</summary>
/// <param name="Path">The route's pattern.</param>
/// <param name="Statuses">What it may answer, apart from 401, 406, 413 and 500, which any may.</param>
internal sealed record Operation(string Method, string Path, string Tag, string Summary, IReadOnlyList<int> Statuses)
{
    /// <summary>Names of query parameters.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The schema of the body; null when it takes none, or none that matters.</summary>
    public string? Body { get; init; }

    /// <summary>Media types of the body.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = ["application/json"];

    /// <summary>Media types of the answer, the default one first.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["application/hal+json"];
}
