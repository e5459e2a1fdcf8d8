namespace PactKit.Broker.Hal;

/// <summary>The media types a route offers besides HAL.</summary>
internal sealed record Offers(params string[] Types);

/// <summary>Refuses reads that ask only for types nobody offers. Kinder than most: JSON of any kind is answered with HAL.</summary>
internal static class Negotiation
{
    private static readonly string[] Always = ["*/*", "application/*", "application/hal+json", "application/json", "text/html", "text/plain", "application/vnd.pactbroker"];

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is null) return Errors.NotFound().ExecuteAsync(context);
        var accept = context.Request.Headers.Accept.ToString();
        if (!HttpMethods.IsGet(context.Request.Method) || accept.Length == 0 || context.GetEndpoint() is not RouteEndpoint endpoint) return next(context);
        if (Always.Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase))) return next(context);
        var offered = endpoint.Metadata.GetMetadata<Offers>()?.Types ?? [];
        return offered.Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase)) ? next(context) : Errors.NotAcceptable().ExecuteAsync(context);
    }
}
