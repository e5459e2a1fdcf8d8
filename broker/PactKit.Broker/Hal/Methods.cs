using Microsoft.AspNetCore.Http.Features;

namespace PactKit.Broker.Hal;

/// <summary>What there is to say about the method before any route is looked at.</summary>
internal static class Methods
{
    private static readonly string[] Known = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

    /// <summary>
    /// A method that HTTP does not know is 501. HEAD is GET without the body, whatever the resource: health checks of proxies ask
    /// that way, and no client counts on a refusal.
    /// </summary>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Known.Contains(request.Method)) return new EmptyResult(StatusCodes.Status501NotImplemented).ExecuteAsync(context);
        if (!HttpMethods.IsHead(request.Method)) return next(context);
        request.Method = HttpMethods.Get;
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
        return next(context);
    }
}
