namespace ApiGateway.Users;

/// <summary>A user as callers see it.</summary>
public sealed record UserView(int Id, string Name, string Email, DateTimeOffset CreatedAt)
{
    public static UserView Of(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new UserView(user.Id, user.Name, user.Email, user.CreatedAt);
    }
}
