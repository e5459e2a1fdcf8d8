using Refit;
using UserService.Users;

namespace UserService;

/// <summary>The part of the API gateway this service uses. Refit's source generator writes the implementation.</summary>
public interface IApiGateway
{
    [Get("/api/users/{id}")]
    Task<ApiResponse<User>> GetUser(int id, CancellationToken cancellationToken = default);

    [Get("/api/users")]
    Task<ApiResponse<UserPage>> SearchUsers(string query, int page, CancellationToken cancellationToken = default);

    [Post("/api/users")]
    Task<ApiResponse<User>> CreateUser([Body] UserDraft draft, CancellationToken cancellationToken = default);

    [Put("/api/users/{id}")]
    Task<ApiResponse<User>> UpdateUser(int id, [Body] UserDraft draft, CancellationToken cancellationToken = default);
}
