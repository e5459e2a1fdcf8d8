using System.ComponentModel.DataAnnotations;

namespace ApiGateway.Users;

/// <summary>The body of a create or an update.</summary>
public sealed record UserDraft(
    [property: Required, StringLength(User.MaxNameLength), Storable] string Name,
    [property: Required, EmailAddress, StringLength(User.MaxEmailLength), Storable] string Email);
