namespace PactKit.Tests.Witness;

/// <summary>One single fact: an expected response as a pact file has it, and what a provider answers. Both engines are asked for a verdict.</summary>
/// <param name="Name">Unique; names the test row.</param>
/// <param name="Expected">The <c>response</c> of the interaction, as JSON, in the form of <paramref name="Version"/>.</param>
/// <param name="Headers">Header lines of the answer, in order.</param>
/// <param name="HasOwnFile">Where the file as a whole may be refused, which is a verdict too.</param>
public sealed record ResponseFact(string Name, string Expected, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers, int Status = 200, string Version = "3.0.0", bool HasOwnFile = false);

/// <summary>One single fact about a request: the expected one as a pact file has it, and what a client sends.</summary>
/// <param name="Target">Raw request target of what is sent; <c>{path}</c> stands for the path that is this fact's own.</param>
public sealed record RequestFact(
    string Name,
    string Expected,
    string Target = "{path}",
    string Method = "GET",
    byte[]? Body = null,
    IReadOnlyList<(string Name, string Value)>? Headers = null,
    string Version = "3.0.0");
