namespace PactKit.Brokers;

/// <summary>Where a Pact Broker is and how to talk to it.</summary>
public sealed record BrokerOptions
{
    /// <summary>The address the user knows the broker by; may end in a path. Links the broker answers with are re-rooted on it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Basic authentication; ignored when <see cref="Token"/> is set.</summary>
    public string? Username { get; init; }

    /// <summary>Goes with <see cref="Username"/>.</summary>
    public string? Password { get; init; }

    /// <summary>A bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>Further headers sent with each request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Accept any certificate. For trying things out, not for a network anybody else is on.</summary>
    public bool SkipTlsVerification { get; init; }

    /// <summary>A PEM file of certificates to trust besides the system's, or null.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>How many times a request is sent at most when the broker answers 5xx, 408 or 429; default 8, as official clients do.</summary>
    public int Tries { get; init; } = 8;

    /// <summary>The wait before the second try; doubles with each further one. Default 0.5 s. A <c>Retry-After</c> wins, as far as <see cref="Patience"/> goes.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long one try may take, and never longer than is left of <see cref="Patience"/>. Default 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one request may take in all, with its tries and the waits between them: no further try is begun after it. Default 2 minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Hears one line per request sent and per wait, for a verbose mode; null to stay silent.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>
    /// The broker of the variables that Pact clients share: <c>PACT_BROKER_BASE_URL</c> with <c>PACT_BROKER_TOKEN</c>, or with <c>PACT_BROKER_USERNAME</c> and
    /// <c>PACT_BROKER_PASSWORD</c>. A user name and a password may also be part of the address.
    /// </summary>
    /// <param name="environment">The variables; those of this process when null.</param>
    /// <returns>Null where no address is set.</returns>
    /// <exception cref="InvalidOperationException">The address is none.</exception>
    public static BrokerOptions? FromEnvironment(IReadOnlyDictionary<string, string>? environment = null)
    {
        environment ??= ProcessVariables.Read();
        if (Read("PACT_BROKER_BASE_URL") is not { } address) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new InvalidOperationException($"PACT_BROKER_BASE_URL is '{address}', which is not the address of a broker; it should look like https://broker.example.com.");
        var user = url.UserInfo.Split(':', 2);
        return new BrokerOptions
        {
            BaseUrl = new UriBuilder(url) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri,
            Username = Read("PACT_BROKER_USERNAME") ?? (user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null),
            Password = Read("PACT_BROKER_PASSWORD") ?? (user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null),
            Token = Read("PACT_BROKER_TOKEN"),
        };

        string? Read(string name) => environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
    }
}
