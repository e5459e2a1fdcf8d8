namespace UserService.Users;

/// <summary>What a caller says about a user: the gateway adds the rest.</summary>
public sealed record UserDraft(string Name, string Email);
