using System.Net;

namespace UserService.Errors;

/// <summary>Another user already has this e-mail address.</summary>
public sealed class EmailAlreadyTakenException(string email)
    : GatewayException($"Another user already has the e-mail address '{email}'.", HttpStatusCode.Conflict)
{
    public string Email { get; } = email;
}
