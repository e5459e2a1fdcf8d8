using System.Text.Json;

namespace PactKit.Model;

/// <summary>A contract: the interactions one consumer expects of one provider. The same shape for every version of the file.</summary>
public sealed record Pact
{
    /// <summary>Name of the consumer; "consumer" where a file has none.</summary>
    public required string Consumer { get; init; }

    /// <summary>Name of the provider; "provider" where a file has none.</summary>
    public required string Provider { get; init; }

    /// <summary>The version the pact was read from, or is to be written in.</summary>
    public PactSpecification Specification { get; init; } = PactSpecification.V4;

    /// <summary>HTTP interactions and messages, in the order of the file. A V3 file holds one kind or the other.</summary>
    public IReadOnlyList<Interaction> Interactions { get; init; } = [];

    /// <summary>Members of the file's <c>metadata</c> other than the specification version, kept as they were (plugins and foreign tools included).</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = Empty.Members;

    /// <summary>Top-level members this engine does not know, kept so that a read and a write lose nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement> UnknownMembers { get; init; } = Empty.Members;
}
