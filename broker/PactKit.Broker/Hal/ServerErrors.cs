using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace PactKit.Broker.Hal;

/// <summary>Turns what nobody expected into an answer with a reference that the log knows.</summary>
internal static class ServerErrors
{
    public static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody is left to answer.
        }
        catch (BadHttpRequestException failure) when (!context.Response.HasStarted)
        {
            await Errors.Message(failure.StatusCode, Explain(context, failure)).ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The outermost handler: whatever it is, the client gets an answer and the log the details.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            await new ServerError(Log(context, failure)).ExecuteAsync(context);
        }
    }

    /// <summary>Writes the failure to the log; returns the reference it is found under.</summary>
    public static string Log(HttpContext context, Exception failure)
    {
        var reference = Reference();
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PactKit.Broker");
        log.LogError(failure, "{Method} {Path} failed, reference {Reference}", context.Request.Method, context.Request.Path, reference);
        return reference;
    }

    private static string Explain(HttpContext context, BadHttpRequestException failure) =>
        failure.StatusCode == StatusCodes.Status413PayloadTooLarge && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit
            ? $"The body is larger than the {limit} bytes this broker takes. Leave out what is not needed, such as large example bodies or test results, or publish in several requests."
            : failure.Message;

    /// <summary>Ten letters, from the trace id of the request.</summary>
    private static string Reference() =>
        string.Concat(ActivityTraceId.CreateRandom().ToHexString().Take(10).Select(c => (char)(char.IsDigit(c) ? c - '0' + 'A' : c - 'a' + 'K')));
}
