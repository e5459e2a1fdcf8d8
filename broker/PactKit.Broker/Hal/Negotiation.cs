using Microsoft.AspNetCore.Http.Features;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Hal;

/// <summary>The media types a route offers besides HAL.</summary>
internal sealed record Offers(params string[] Types);

/// <summary>
/// Refuses what asks only for types nobody offers. Kinder than most: JSON of any kind is answered with HAL. Bad requests are told so
/// before that, in the shape asked for, so the handler runs first: its answer is held back, and what it writes is taken back.
/// </summary>
internal static class Negotiation
{
    private static readonly string[] Always = ["*/*", "application/*", "application/hal+json", "application/json", "text/html", "text/plain", "application/vnd.pactbroker"];

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is null) return Errors.NotFound().ExecuteAsync(context);
        return IsAcceptable(context) ? next(context) : HoldBackAsync(context, next);
    }

    private static bool IsAcceptable(HttpContext context)
    {
        // Without route pattern it is the framework's own answer to a wrong method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || HttpMethods.IsOptions(context.Request.Method)) return true;
        var charset = context.Request.Headers.AcceptCharset.ToString();
        if (charset.Length > 0 && !charset.Contains('*', StringComparison.Ordinal) && !charset.Contains("utf-8", StringComparison.OrdinalIgnoreCase)) return false;
        var accept = context.Request.Headers.Accept.ToString();
        if (accept.Length == 0 || Always.Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase))) return true;
        return (endpoint.Metadata.GetMetadata<Offers>()?.Types ?? []).Any(type => accept.Contains(type, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task HoldBackAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        context.RequestServices.GetRequiredService<Session>().TakesBack = true;
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held, body));
        try
        {
            await next(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(body);
        }

        if (response.StatusCode is not (StatusCodes.Status400BadRequest or >= 500))
        {
            response.ContentType = null;
            response.Headers.Location = default;
            await Errors.NotAcceptable().ExecuteAsync(context);
            return;
        }

        held.Position = 0;
        await held.CopyToAsync(response.Body, context.RequestAborted);
    }
}
