using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PactKit.Verifier.States;

namespace PactKit.States;

/// <summary>Answers a verifier's call to change a state.</summary>
internal sealed class StateChangeEndpoint(ProviderStates states)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        StateChange change;
        try
        {
            change = await StateChangeRequest.ReadAsync(context.Request, cancellationToken);
        }
        catch (FormatException fault)
        {
            return Text(fault.Message, StatusCodes.Status400BadRequest);
        }

        // The container of the application, not of this request: a handler has a scope of its own, as in memory.
        var services = context.RequestServices;
        var (result, known) = await new ContainerStates(states, services).RunAsync(change, cancellationToken);
        if (result.Error is { } error) return Text(error, known ? StatusCodes.Status500InternalServerError : StatusCodes.Status404NotFound);
        return Results.Json(result.Values, JsonSerializerOptions.Default);
    }

    private static IResult Text(string text, int status) => Results.Text(text, "text/plain", System.Text.Encoding.UTF8, status);
}
