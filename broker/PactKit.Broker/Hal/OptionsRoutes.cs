namespace PactKit.Broker.Hal;

/// <summary>Every resource answers OPTIONS with the methods it has; derived from the routes, so that none is forgotten.</summary>
internal static class OptionsRoutes
{
    public static void MapOptions(this IEndpointRouteBuilder routes)
    {
        var resources = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (Pattern: endpoint.RoutePattern.RawText!, Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .GroupBy(route => route.Pattern, route => route.Methods);
        foreach (var resource in resources.ToList())
        {
            var methods = string.Join(", ", resource.SelectMany(method => method).Append("OPTIONS").Distinct());
            routes.MapMethods(resource.Key, ["OPTIONS"], (HttpContext context) =>
            {
                context.Response.Headers.AccessControlAllowMethods = methods;
                return new EmptyResult(StatusCodes.Status200OK);
            });
        }
    }
}
