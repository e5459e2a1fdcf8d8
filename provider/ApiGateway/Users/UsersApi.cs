using ApiGateway.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ApiGateway.Users;

internal static class UsersApi
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/users").WithTags("Users");
        users.MapGet("/{id:int}", Find);
        users.MapGet("/", Search);
        users.MapPost("/", Create).RequireAuthorization();
        users.MapPut("/{id:int}", Update).RequireAuthorization();
    }

    private static async Task<Results<Ok<UserView>, ProblemHttpResult>> Find(int id, GatewayDb db, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is { } user
            ? TypedResults.Ok(UserView.Of(user))
            : UserProblems.NotFound(id);

    private static async Task<Ok<UserPage>> Search([AsParameters] UserSearch search, GatewayDb db, CancellationToken cancellationToken)
    {
        var (page, size) = (search.Page ?? 1, search.PageSize ?? UserSearch.DefaultPageSize);
        var key = User.Key(search.Query?.Trim() ?? "");
        var found = db.Users.AsNoTracking().Where(u => u.SearchText.Contains(key));

        var total = await found.CountAsync(cancellationToken);
        var users = await found.OrderBy(u => u.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new UserPage(users.ConvertAll(UserView.Of), page, size, total));
    }

    private static async Task<Results<Created<UserView>, ProblemHttpResult>> Create(
        UserDraft draft, GatewayDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var user = User.From(draft, clock.GetUtcNow());
        db.Users.Add(user);
        return await TrySaveAsync(db, user, cancellationToken)
            ? TypedResults.Created($"/api/users/{user.Id}", UserView.Of(user))
            : UserProblems.EmailTaken(draft.Email);
    }

    private static async Task<Results<Ok<UserView>, ProblemHttpResult>> Update(
        int id, UserDraft draft, GatewayDb db, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is not { } user)
            return UserProblems.NotFound(id);

        user.Change(draft);
        return await TrySaveAsync(db, user, cancellationToken)
            ? TypedResults.Ok(UserView.Of(user))
            : UserProblems.EmailTaken(draft.Email);
    }

    /// <summary>False when another user has the e-mail address, whether it was there before or came in this instant.</summary>
    private static async Task<bool> TrySaveAsync(GatewayDb db, User user, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(u => u.EmailKey == user.EmailKey && u.Id != user.Id, cancellationToken)) return false;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (UniqueViolation.Is(e))
        {
            return false;
        }
    }
}
