namespace UserService.Errors;

/// <summary>Problem details (RFC 9457) as far as this service reads them.</summary>
internal sealed record Problem(string? Title, string? Detail, Dictionary<string, string[]>? Errors);
