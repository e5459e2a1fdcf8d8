using System.Net;
using Newtonsoft.Json;
using Refit;
using UserService.Json;

namespace UserService.Errors;

/// <summary>From what the gateway answered to what this service throws.</summary>
internal static class GatewayErrors
{
    public static GatewayException From(IApiResponse response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new NotAuthorizedException(),
        HttpStatusCode.BadRequest => new InvalidUserException(ProblemOf(response)?.Errors ?? []),
        _ => Unexpected(response),
    };

    private static GatewayException Unexpected(IApiResponse response)
    {
        var problem = ProblemOf(response);
        var detail = problem?.Detail ?? problem?.Title ?? response.Error?.Message ?? "no content";
        var answer = response.StatusCode is { } status ? $"answered {(int)status} ({status})" : "could not be reached";
        return new GatewayException($"The API gateway {answer}: {detail}", response.StatusCode, response.Error);
    }

    private static Problem? ProblemOf(IApiResponse response)
    {
        if (response.Error is not ApiException { Content: { Length: > 0 } text }) return null;
        try
        {
            return JsonConvert.DeserializeObject<Problem>(text, GatewayJson.Settings);
        }
        catch (JsonException)
        {
            // A proxy's HTML page, say: the status alone has to do.
            return null;
        }
    }
}
