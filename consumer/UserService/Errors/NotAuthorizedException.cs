using System.Net;

namespace UserService.Errors;

/// <summary>The gateway asks for a token, or does not know the one it was given.</summary>
public sealed class NotAuthorizedException() : GatewayException(
    "The API gateway refused the call: set UserServiceOptions.Token to a token it knows.", HttpStatusCode.Unauthorized);
