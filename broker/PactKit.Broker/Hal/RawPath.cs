using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace PactKit.Broker.Hal;

/// <summary>
/// Gives routing the path as the client wrote it: segments are split before they are decoded, so that <c>feat%2Fx</c> is one segment.
/// A slash inside a segment travels as a unit separator, which no path may contain, and is put back by <see cref="Restore"/>. A name
/// that looks like a fixed segment of a route, but was not written as one, travels behind a record separator.
/// </summary>
internal static class RawPath
{
    private const char Slash = '\u001f';
    private const char Name = '\u001e';

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
        if (decoded.Any(c => char.IsControl(c) && c != Slash) || HasNul(context.Request)) return Errors.ControlCharacter().ExecuteAsync(context);

        foreach (var (extension, accept) in Extensions)
        {
            if (!decoded.EndsWith(extension, StringComparison.Ordinal)) continue;
            decoded = decoded[..^extension.Length];
            if (path.EndsWith(extension, StringComparison.Ordinal)) path = path[..^extension.Length];
            context.Request.Headers.Accept = accept;
            break;
        }

        decoded = MarkNames(decoded, path, context.RequestServices.GetRequiredService<RouteLiterals>());
        context.Request.Path = decoded.Length > 1 ? decoded.TrimEnd('/') : decoded;
        return next(context);
    }

    public static Task Restore(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is string text && text.AsSpan().ContainsAny(Slash, Name)) context.Request.RouteValues[name] = Restore(text);
        }

        return next(context);
    }

    /// <summary>A segment as it was meant.</summary>
    public static string Restore(string segment) => segment.TrimStart(Name).Replace(Slash, '/');

    private static string MarkNames(string decoded, string path, RouteLiterals literals)
    {
        StringBuilder? marked = null;
        var written = path.AsSpan().Split('/');
        foreach (var range in decoded.AsSpan().Split('/'))
        {
            var segment = decoded.AsSpan()[range];
            var mistaken = written.MoveNext() && literals.Mistakes(segment, path.AsSpan()[written.Current]);
            if (mistaken) marked ??= new StringBuilder(decoded, 0, range.Start.Value, decoded.Length + 8);
            else if (marked is null) continue;
            if (marked.Length > 0 && marked[^1] != '/') marked.Append('/');
            if (mistaken) marked.Append(Name);
            marked.Append(segment);
        }

        return marked?.ToString() ?? decoded;
    }

    /// <summary>What methods there are has nothing to do with the query, so OPTIONS is answered whatever stands there.</summary>
    private static bool HasNul(HttpRequest request) =>
        request.QueryString.Value is { } query && query.Contains("%00", StringComparison.Ordinal) && !HttpMethods.IsOptions(request.Method);
}
