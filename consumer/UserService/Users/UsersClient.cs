using System.Net;
using Refit;
using UserService.Errors;

namespace UserService.Users;

/// <summary>
/// Users of the API gateway in the words of this service: no status codes, no HTTP. Every method throws
/// <see cref="GatewayException"/> when the gateway answers in a way this service was not written for.
/// </summary>
public sealed class UsersClient(IApiGateway gateway)
{
    /// <summary>The user, or null when the gateway knows none with this number.</summary>
    public async Task<User?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        using var response = await gateway.GetUser(id, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : ContentOf(response);
    }

    /// <summary>Users whose name or e-mail address contains <paramref name="query"/>.</summary>
    /// <param name="query">Upper and lower case are the same; an empty text finds everybody.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="cancellationToken">Stops waiting for the gateway.</param>
    public async Task<UserPage> SearchAsync(string query, int page = 1, CancellationToken cancellationToken = default)
    {
        using var response = await gateway.SearchUsers(query, page, cancellationToken);
        return ContentOf(response);
    }

    /// <summary>Registers a user and returns it with the number the gateway gave it.</summary>
    /// <exception cref="EmailAlreadyTakenException">Another user has this e-mail address.</exception>
    /// <exception cref="InvalidUserException">The gateway refused the draft; the errors say why.</exception>
    /// <exception cref="NotAuthorizedException">No token, or one the gateway does not know.</exception>
    public async Task<User> CreateAsync(UserDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var response = await gateway.CreateUser(draft, cancellationToken);
        return response.StatusCode == HttpStatusCode.Conflict
            ? throw new EmailAlreadyTakenException(draft.Email)
            : ContentOf(response);
    }

    /// <summary>Changes a user; null when the gateway knows none with this number.</summary>
    /// <exception cref="EmailAlreadyTakenException">Another user has this e-mail address.</exception>
    /// <exception cref="InvalidUserException">The gateway refused the draft; the errors say why.</exception>
    /// <exception cref="NotAuthorizedException">No token, or one the gateway does not know.</exception>
    public async Task<User?> UpdateAsync(int id, UserDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var response = await gateway.UpdateUser(id, draft, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => null,
            HttpStatusCode.Conflict => throw new EmailAlreadyTakenException(draft.Email),
            _ => ContentOf(response),
        };
    }

    private static T ContentOf<T>(ApiResponse<T> response) where T : class =>
        response is { IsSuccessful: true, Content: { } content } ? content : throw GatewayErrors.From(response);
}
