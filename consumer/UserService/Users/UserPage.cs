namespace UserService.Users;

/// <summary>One page of a search.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="Total">Users found on all pages together.</param>
public sealed record UserPage(IReadOnlyList<User> Items, int Page, int PageSize, int Total);
