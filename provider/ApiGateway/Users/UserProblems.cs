using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiGateway.Users;

/// <summary>What can go wrong with a user, as problem details (RFC 9457).</summary>
internal static class UserProblems
{
    public static ProblemHttpResult NotFound(int id) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "User not found", detail: $"There is no user {id}.");

    public static ProblemHttpResult EmailTaken(string email) => TypedResults.Problem(
        statusCode: StatusCodes.Status409Conflict,
        title: "E-mail address taken",
        detail: $"Another user already has the e-mail address '{email}'.");
}
