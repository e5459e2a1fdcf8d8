namespace PactKit.Model;

/// <summary>An HTTP request: the expected one of an interaction (with rules and generators), or one that was received (without).</summary>
public sealed record Request
{
    /// <summary>Upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The raw path of the request target: percent-encoding is kept as it is spelled.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Decoded names and values in the order they were given; a null value is a parameter without <c>=</c>. Names are case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>> Query { get; init; } = Empty.Query;

    /// <summary>Names compare ignoring case. The values of list headers are separate items.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = Empty.Headers;

    /// <summary>Missing unless told: then any body is accepted.</summary>
    public Body Body { get; init; } = Body.Missing;

    /// <summary>How the request is compared; by equality where there is no rule.</summary>
    public MatchingRules MatchingRules { get; init; } = MatchingRules.None;

    /// <summary>Values a verifier makes anew before it sends the request.</summary>
    public GeneratorSet Generators { get; init; } = GeneratorSet.None;
}
