namespace ApiGateway.Users;

/// <summary>One page of a search. <c>Total</c> counts the users on all pages.</summary>
public sealed record UserPage(IReadOnlyList<UserView> Items, int Page, int PageSize, int Total);
