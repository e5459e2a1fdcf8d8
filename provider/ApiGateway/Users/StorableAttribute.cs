using System.ComponentModel.DataAnnotations;

namespace ApiGateway.Users;

/// <summary>A text that every database can keep: PostgreSQL takes no NUL in one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StorableAttribute() : ValidationAttribute("The field {0} must not contain the character NUL.")
{
    public override bool IsValid(object? value) => value is not string text || !text.Contains('\0', StringComparison.Ordinal);
}
