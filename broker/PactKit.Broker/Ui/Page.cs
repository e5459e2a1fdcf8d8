using PactKit.Broker.Hal;

namespace PactKit.Broker.Ui;

/// <summary>A page: a component with its model, never cached.</summary>
internal static class Page
{
    public static IResult Of<TPage>(BrokerRequest request, object model, int status = StatusCodes.Status200OK) where TPage : PageComponent
    {
        request.Http.Response.Headers.CacheControl = "no-cache, no-store, must-revalidate";
        request.Http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return new PageResult<TPage>(model, status);
    }
}
