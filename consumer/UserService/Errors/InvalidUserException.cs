using System.Net;

namespace UserService.Errors;

/// <summary>The gateway refused what was said about a user.</summary>
/// <param name="errors">Field to what is wrong with it, as the gateway says it.</param>
public sealed class InvalidUserException(IReadOnlyDictionary<string, string[]> errors)
    : GatewayException(Describe(errors), HttpStatusCode.BadRequest)
{
    /// <summary>Field to what is wrong with it, as the gateway says it. Empty when it gave no reason.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;

    private static string Describe(IReadOnlyDictionary<string, string[]> errors) =>
        errors.Count == 0
            ? "The API gateway refused the user and gave no reason."
            : "The API gateway refused the user: " + string.Join("; ", errors.Select(e => $"{e.Key}: {string.Join(" ", e.Value)}"));
}
