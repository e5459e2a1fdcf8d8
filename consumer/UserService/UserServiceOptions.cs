namespace UserService;

/// <summary>Where the API gateway is and how to be let in.</summary>
public sealed class UserServiceOptions
{
    /// <summary>The gateway's address, such as <c>https://gateway.example.org</c>. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The bearer token for writes. Without it the gateway only lets this service read.</summary>
    public string? Token { get; set; }

    /// <summary>How long one call may take. Ten seconds unless set.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
