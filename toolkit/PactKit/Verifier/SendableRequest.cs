using PactKit.Model;
using PactKit.Wire;

namespace PactKit.Verifier;

/// <summary>Whether a request of a pact can be sent at all. What cannot be is said, not left out: the provider would be asked something else.</summary>
internal static class SendableRequest
{
    /// <summary>A sentence, or null.</summary>
    public static string? Fault(Request request)
    {
        if (!Tokens.Are(request.Method)) return $"The request cannot be sent: '{request.Method}' is no HTTP method. Correct it in the pact.";
        foreach (var (name, values) in request.Headers)
        {
            if (!Tokens.Are(name)) return $"The request cannot be sent: '{name}' is no name a header can have. Correct it in the pact.";
            if (values.Any(value => value.AsSpan().ContainsAny('\r', '\n', '\0')))
                return $"The request cannot be sent: the value of the header '{name}' holds a line end. Correct it in the pact.";
        }

        return null;
    }
}
