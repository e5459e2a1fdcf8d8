using PactKit.Broker.Hal;

namespace PactKit.Broker.Ui;

/// <summary>The stylesheet and the mark in the browser's tab, out of the assembly.</summary>
internal static class Assets
{
    private static readonly string Stylesheet = Read("broker.css");

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        Map("/css/broker.css", new TextResult(Stylesheet, "text/css;charset=utf-8"), "text/css");
        // Asked for as /favicon.svg: the extension has become the Accept header by now.
        Map("/favicon", new TextResult(Read("favicon.svg"), MediaTypes.Svg), "image/");
        // What browsers ask for where no page names another, as beside a document of the API.
        Map("/favicon.ico", Results.Bytes(Bytes("favicon.ico"), "image/x-icon"), "image/");

        void Map(string path, IResult asset, string type) => routes.MapGet(path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=300";
            return asset;
        }).WithMetadata(new Offers(type)).ExcludeFromDescription();
    }

    /// <summary>A text file out of the assembly.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
