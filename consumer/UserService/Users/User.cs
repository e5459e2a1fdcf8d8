namespace UserService.Users;

/// <summary>A user as the gateway knows it.</summary>
/// <param name="CreatedAt">When the gateway first stored the user.</param>
public sealed record User(int Id, string Name, string Email, DateTimeOffset CreatedAt);
