using PactKit.Broker.Hal;
using PactKit.Broker.Ui;

namespace PactKit.Broker.Docs;

/// <summary>A page that shows any resource of the API with its links to click on. The resource is in the fragment, which only the browser sees.</summary>
internal static class HalBrowser
{
    private const string Folder = "/hal-browser";
    private const string PagePath = Folder + "/browser.html";

    private static readonly string Html = Assets.Read("hal-browser.html");
    private static readonly string Script = Assets.Read("hal-browser.js");

    public static void MapHalBrowser(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PagePath, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return new TextResult(Html, MediaTypes.Html);
        }).ExcludeFromDescription();
        routes.MapGet(Folder + "/browser.js", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=300";
            return new TextResult(Script, "text/javascript;charset=utf-8");
        }).WithMetadata(new Offers("text/javascript", "application/javascript")).ExcludeFromDescription();
    }

    /// <summary>Somebody who asks for a page, and would take JSON, wants to look at the resource.</summary>
    public static Task RedirectAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var accept = request.Headers.Accept.ToString();
        var wanted = HttpMethods.IsGet(request.Method)
            && accept.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments(Folder) && context.RequestServices.GetRequiredService<BrokerSettings>().UseHalBrowser;
        return wanted ? Show(new BrokerRequest(context)).ExecuteAsync(context) : next(context);
    }

    /// <summary>The way from a resource to the page that shows it.</summary>
    public static IResult Show(BrokerRequest request, int status = StatusCodes.Status303SeeOther)
    {
        request.Http.Response.Headers.Location = $"{request.PageUrls.Base}{PagePath}#{request.SelfUrlWithQuery[request.Urls.Base.Length..]}";
        return new EmptyResult(status);
    }
}
