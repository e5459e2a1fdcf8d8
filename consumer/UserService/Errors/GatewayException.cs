using System.Net;

namespace UserService.Errors;

/// <summary>The gateway did not do what it was asked. More telling types derive from this one.</summary>
public class GatewayException(string message, HttpStatusCode? status = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The gateway's answer; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;
}
