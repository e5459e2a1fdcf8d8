using Microsoft.AspNetCore.Http.Features;

namespace PactKit.Broker.Hal;

/// <summary>
/// Gives routing the path as the client wrote it: segments are split before they are decoded, so that <c>feat%2Fx</c> is one segment.
/// A slash inside a segment travels as a unit separator, which no path may contain, and is put back by <see cref="RestoreSlashes"/>.
/// </summary>
internal static class RawPath
{
    private const char Slash = '\u001f';

    private static readonly (string Extension, string Accept)[] Extensions =
        [(".csv", "text/csv"), (".svg", "image/svg+xml"), (".json", "application/hal+json"), (".yaml", "application/yaml")];

    public static Task Split(HttpContext context, RequestDelegate next)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?', '#')[0];
        if (!path.StartsWith('/'))
        {
            path = Uri.TryCreate(path, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : context.Request.Path.ToUriComponent();
        }

        if (path.Contains("//", StringComparison.Ordinal)) return Errors.EmptyPathComponent().ExecuteAsync(context);
        if (!Percent.TryDecode(path, Slash, out var decoded)) return Errors.UnreadableUri().ExecuteAsync(context);
        if (decoded.Any(c => char.IsControl(c) && c != Slash) || HasNul(context.Request.QueryString.Value)) return Errors.ControlCharacter().ExecuteAsync(context);

        foreach (var (extension, accept) in Extensions)
        {
            if (!decoded.EndsWith(extension, StringComparison.Ordinal)) continue;
            decoded = decoded[..^extension.Length];
            context.Request.Headers.Accept = accept;
            break;
        }

        context.Request.Path = decoded.Length > 1 ? decoded.TrimEnd('/') : decoded;
        return next(context);
    }

    public static Task RestoreSlashes(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is string text && text.Contains(Slash, StringComparison.Ordinal)) context.Request.RouteValues[name] = text.Replace(Slash, '/');
        }

        return next(context);
    }

    private static bool HasNul(string? query) => query?.Contains("%00", StringComparison.Ordinal) ?? false;
}
