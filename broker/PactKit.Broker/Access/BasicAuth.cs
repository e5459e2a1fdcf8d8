using System.Security.Cryptography;
using System.Text;

namespace PactKit.Broker.Access;

/// <summary>
/// One user who may write and one who may only read, in front of everything else. Fetching pacts for verification is a read,
/// although it is a POST.
/// </summary>
internal static class BasicAuth
{
    private const string Heartbeat = "/diagnostic/status/heartbeat";

    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var settings = context.RequestServices.GetRequiredService<BrokerSettings>();
        if (settings.UserName is null || settings.Password is null || IsPublic(context.Request, settings)) return next(context);
        var allowed = Is(context.Request, settings.UserName, settings.Password)
            || (IsRead(context.Request) && Is(context.Request, settings.ReadOnlyUserName, settings.ReadOnlyPassword));
        if (allowed) return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Restricted area\"";
        return Task.CompletedTask;
    }

    private static bool IsPublic(HttpRequest request, BrokerSettings settings)
    {
        var path = request.Path.Value ?? "";
        return (settings.PublicHeartbeat && path == Heartbeat && IsGet(request))
            || (settings.EnablePublicBadgeAccess && path.EndsWith("/badge", StringComparison.Ordinal) && IsGet(request))
            || (settings.AllowPublicRead && IsRead(request));
    }

    private static bool IsGet(HttpRequest request) => HttpMethods.IsGet(request.Method);

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsHead(request.Method)
        || (HttpMethods.IsPost(request.Method) && IsForVerification(request.Path.Value!));

    private static bool IsForVerification(string path) => path.Split('/') is ["", "pacts", "provider", _, "for-verification"];

    private static bool Is(HttpRequest request, string? user, string? password)
    {
        if (user is null || password is null) return false;
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return false;
        var buffer = new byte[header.Length];
        return Convert.TryFromBase64String(header["Basic ".Length..].Trim(), buffer, out var length)
            && CryptographicOperations.FixedTimeEquals(buffer.AsSpan(0, length), Encoding.UTF8.GetBytes($"{user}:{password}"));
    }
}
