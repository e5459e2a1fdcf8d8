using PactKit.Broker.Hal;

namespace PactKit.Broker.Ui;

/// <summary>The one stylesheet, out of the assembly.</summary>
internal static class Assets
{
    private static readonly string Stylesheet = Read("broker.css");

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/css/broker.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=300";
            return new TextResult(Stylesheet, "text/css;charset=utf-8");
        }).WithMetadata(new Offers("text/css")).ExcludeFromDescription();

    /// <summary>A text file out of the assembly.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
