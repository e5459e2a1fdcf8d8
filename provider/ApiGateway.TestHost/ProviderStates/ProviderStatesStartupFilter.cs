using System.Text.Json;
using System.Text.Json.Serialization;
using ApiGateway.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ApiGateway.TestHost.ProviderStates;

/// <summary>
/// Puts <c>POST /provider-states</c> in front of the gateway. A startup filter, because the gateway itself must neither have this
/// endpoint nor know that it may be there.
/// </summary>
internal sealed class ProviderStatesStartupFilter : IStartupFilter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/provider-states", branch => branch.Run(HandleAsync));
        next(app);
    };

    private static async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        try
        {
            var call = await context.Request.ReadFromJsonAsync<ProviderStateCall>(Json, context.RequestAborted);
            var db = context.RequestServices.GetRequiredService<GatewayDb>();
            await UserStates.ApplyAsync(call ?? throw new JsonException("The body is null."), db, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or UnknownStateException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(e.Message, context.RequestAborted);
        }
    }
}
