using Microsoft.AspNetCore.Routing;
using PactKit.Model;

namespace PactKit;

/// <summary>An endpoint and its interactions.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Methods">Its HTTP methods; empty for any.</param>
/// <param name="Pattern">Its route as the application spells it, with a slash in front.</param>
/// <param name="Interactions">Its interactions, of all pacts.</param>
public sealed record EndpointCoverage(RouteEndpoint Endpoint, IReadOnlyList<string> Methods, string Pattern, IReadOnlyList<PactInteraction> Interactions)
{
    /// <summary>Method and route: <c>GET /api/users/{id:int}</c>.</summary>
    public string Name => $"{(Methods.Count == 0 ? "ANY" : string.Join('|', Methods))} {Pattern}";

    /// <summary>There is an interaction.</summary>
    public bool IsCovered => Interactions.Count > 0;
}

/// <summary>An interaction and whose it is.</summary>
/// <param name="Consumer">The consumer.</param>
/// <param name="Interaction">The interaction.</param>
public sealed record PactInteraction(string Consumer, HttpInteraction Interaction);
