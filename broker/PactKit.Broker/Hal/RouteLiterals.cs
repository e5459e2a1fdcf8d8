using Microsoft.AspNetCore.Routing.Patterns;

namespace PactKit.Broker.Hal;

/// <summary>The fixed segments of all routes. Routing compares them without regard to case; in this API <c>Latest</c> may be a branch.</summary>
internal sealed class RouteLiterals(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _literals = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint => endpoint.RoutePattern.PathSegments)
        .SelectMany(segment => segment.Parts).OfType<RoutePatternLiteralPart>()
        .Select(part => part.Content).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether routing would take a segment for a fixed one that was not written as one: in another case, or percent-encoded.</summary>
    public bool Mistakes(ReadOnlySpan<char> decoded, ReadOnlySpan<char> written) =>
        _literals.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(decoded, out var literal) && !written.SequenceEqual(literal);
}
