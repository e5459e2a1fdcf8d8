namespace PactKit.Brokers.Http;

/// <summary>
/// Turns a link of the broker into an address this client can reach. A broker behind a proxy names itself by the address it
/// knows; what counts is the address the user gave, so that part of a link is exchanged. Credentials thus never leave that host.
/// </summary>
internal sealed class LinkRoot(Uri baseUrl)
{
    private readonly string _base = baseUrl.AbsoluteUri.TrimEnd('/');
    private readonly string _origin = baseUrl.GetLeftPart(UriPartial.Authority);
    private readonly string _basePath = baseUrl.AbsolutePath.TrimEnd('/');
    private volatile string? _ownName;

    /// <summary>Remembers what the broker's index calls itself.</summary>
    public void Learn(HalDocument index)
    {
        if (index.Link("self")?.Href.TrimEnd('/') is { } own && IsAbsolute(own)) _ownName = own;
    }

    /// <summary>A path below the base address; <paramref name="path"/> has no leading slash.</summary>
    public Uri At(string path) => new(path.Length == 0 ? _base + "/" : $"{_base}/{path}");

    public Uri Resolve(string href)
    {
        if (!IsAbsolute(href)) return Below(href.StartsWith('/') ? href : "/" + href);
        if (_ownName is { } own && StartsWithPath(href, own)) return At(href[own.Length..].TrimStart('/'));
        if (StartsWithPath(href, _base)) return new Uri(href);
        return Below(new Uri(href).PathAndQuery);
    }

    private Uri Below(string path) => new((StartsWithPath(path, _basePath) ? _origin : _base) + path);

    private static bool IsAbsolute(string href) =>
        href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithPath(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && (text.Length == prefix.Length || text[prefix.Length] is '/' or '?' or '#');
}
