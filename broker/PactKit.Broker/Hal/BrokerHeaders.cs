using System.Reflection;

namespace PactKit.Broker.Hal;

/// <summary>Headers that every answer carries.</summary>
internal static class BrokerHeaders
{
    public static readonly string Version =
        typeof(BrokerHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["X-Pact-Broker-Version"] = Version;
        headers.Vary = "Accept";
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
