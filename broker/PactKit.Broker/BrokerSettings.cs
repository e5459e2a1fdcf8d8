using System.Globalization;
using PactKit.Broker.Settings;

namespace PactKit.Broker;

/// <summary>What an operator may set, from <c>PACT_BROKER_*</c> variables or arguments of the same names.</summary>
internal sealed record BrokerSettings
{
    public string? DatabaseUrl { get; init; }

    public IReadOnlyList<string> BaseUrls { get; init; } = [];

    public bool CheckForPotentialDuplicatePacticipantNames { get; init; } = true;

    public bool CreateDeployedVersionsForTags { get; init; } = true;

    public bool UseFirstTagAsBranch { get; init; } = true;

    public TimeSpan UseFirstTagAsBranchTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    public bool AutoDetectMainBranch { get; init; } = true;

    public IReadOnlyList<string> MainBranchCandidates { get; init; } = ["develop", "main", "master"];

    public bool AllowDangerousContractModification { get; init; }

    public bool BaseEqualityOnlyOnContentThatAffectsVerificationResults { get; init; } = true;

    /// <summary>Who may reach the broker: this machine only, unless an operator names an address, or <c>+</c> for all.</summary>
    public string Host { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 9292;

    /// <summary>Where the broker listens when <c>--urls</c> says nothing.</summary>
    public string Address => $"http://{Host}:{Port}";

    public IReadOnlyList<TimeSpan> WebhookRetrySchedule { get; init; } = [];

    public IReadOnlyList<string> WebhookMethods { get; init; } = ["POST"];

    public IReadOnlyList<int> WebhookSuccessCodes { get; init; } = [];

    public IReadOnlyList<string> WebhookSchemes { get; init; } = ["https"];

    /// <summary>Hosts that webhooks may call; empty: any host, but then answers are not shown.</summary>
    public IReadOnlyList<string> WebhookHosts { get; init; } = [];

    public bool DisableSslVerification { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string? ReadOnlyUserName { get; init; }

    public string? ReadOnlyPassword { get; init; }

    public bool AllowPublicRead { get; init; }

    public bool PublicHeartbeat { get; init; }

    public bool EnablePublicBadgeAccess { get; init; }

    public bool EnableDiagnosticEndpoints { get; init; } = true;

    /// <summary>Send people who ask for a JSON resource with a browser to a page that shows it.</summary>
    public bool UseHalBrowser { get; init; } = true;

    /// <summary>How badges that may be cached are cached.</summary>
    public string BadgeCacheControl { get; init; } = "max-age=30";

    /// <summary>Pacticipants in one network page, at most.</summary>
    public int NetworkDiagramMaxPacticipants { get; init; } = 150;

    /// <summary>False: <c>foo</c> finds <c>Foo</c>, for pacticipants, versions and tags.</summary>
    public bool UseCaseSensitiveResourceNames { get; init; } = true;

    /// <summary>False: the latest version is the one with the highest semantic version number. Deprecated in the field.</summary>
    public bool OrderVersionsByDate { get; init; } = true;

    public bool AutoMigrateDatabase { get; init; } = true;

    /// <summary>Put something to look at into a new database. Off by default: it takes the names of environments that teams want for their own.</summary>
    public bool SeedExampleData { get; init; }

    /// <summary>How often a database that cannot be reached is tried again at start, a second apart.</summary>
    public int DatabaseConnectRetries { get; init; }

    /// <summary>What the broker calls itself when it calls webhooks.</summary>
    public string UserAgent { get; init; } = $"PactKit broker {Hal.BrokerHeaders.Version}";

    /// <summary>PEM texts or files of certificate authorities that webhooks trust besides those of the system.</summary>
    public IReadOnlyList<string> WebhookCertificates { get; init; } = [];

    public bool WebhookRedactSensitiveData { get; init; } = true;

    /// <summary>Switches that change what the index offers.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    public WipSettings Wip { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();

    public static BrokerSettings From(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        string? Text(string name) => reader.Text(name);
        bool Flag(string name, bool otherwise) => reader.Flag(name, otherwise);
        IReadOnlyList<string>? Words(string name) => reader.Words(name);
        var guarded = Flag("BASIC_AUTH_ENABLED", true);

        return new BrokerSettings
        {
            DatabaseUrl = Settings.DatabaseUrl.From(reader),
            BaseUrls = (Words("BASE_URLS") ?? Words("BASE_URL") ?? []).Select(url => url.TrimEnd('/')).ToList(),
            CheckForPotentialDuplicatePacticipantNames = Flag("CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES", true),
            CreateDeployedVersionsForTags = Flag("CREATE_DEPLOYED_VERSIONS_FOR_TAGS", true),
            UseFirstTagAsBranch = Flag("USE_FIRST_TAG_AS_BRANCH", true),
            UseFirstTagAsBranchTimeLimit = TimeSpan.FromSeconds(int.TryParse(Text("USE_FIRST_TAG_AS_BRANCH_TIME_LIMIT"), out var seconds) ? seconds : 10),
            AutoDetectMainBranch = Flag("AUTO_DETECT_MAIN_BRANCH", true),
            MainBranchCandidates = Words("MAIN_BRANCH_CANDIDATES") ?? ["develop", "main", "master"],
            AllowDangerousContractModification = Flag("ALLOW_DANGEROUS_CONTRACT_MODIFICATION", false),
            BaseEqualityOnlyOnContentThatAffectsVerificationResults = Flag("BASE_EQUALITY_ONLY_ON_CONTENT_THAT_AFFECTS_VERIFICATION_RESULTS", true),
            WebhookRetrySchedule = (Words("WEBHOOK_RETRY_SCHEDULE") ?? ["10", "60", "120", "300", "600", "1200"]).Select(word => TimeSpan.FromSeconds(int.Parse(word, CultureInfo.InvariantCulture))).ToList(),
            WebhookMethods = Words("WEBHOOK_HTTP_METHOD_WHITELIST") ?? ["POST"],
            WebhookSuccessCodes = (Words("WEBHOOK_HTTP_CODE_SUCCESS") ?? ["200", "201", "202", "203", "204", "205", "206"]).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList(),
            WebhookSchemes = Words("WEBHOOK_SCHEME_WHITELIST") ?? ["https"],
            WebhookHosts = Words("WEBHOOK_HOST_WHITELIST") ?? [],
            DisableSslVerification = Flag("DISABLE_SSL_VERIFICATION", false),
            UserName = guarded ? Text("BASIC_AUTH_USERNAME") : null,
            Password = guarded ? Text("BASIC_AUTH_PASSWORD") : null,
            ReadOnlyUserName = Text("BASIC_AUTH_READ_ONLY_USERNAME"),
            ReadOnlyPassword = Text("BASIC_AUTH_READ_ONLY_PASSWORD"),
            AllowPublicRead = Flag("ALLOW_PUBLIC_READ", false),
            PublicHeartbeat = Flag("PUBLIC_HEARTBEAT", false),
            EnablePublicBadgeAccess = Flag("ENABLE_PUBLIC_BADGE_ACCESS", false),
            EnableDiagnosticEndpoints = Flag("ENABLE_DIAGNOSTIC_ENDPOINTS", true),
            UseHalBrowser = Flag("USE_HAL_BROWSER", true),
            BadgeCacheControl = Text("BADGE_DEFAULT_CACHE_SETTING") ?? "max-age=30",
            NetworkDiagramMaxPacticipants = reader.Number("NETWORK_DIAGRAM_MAX_PACTICIPANTS", 150, least: 1),
            UseCaseSensitiveResourceNames = Flag("USE_CASE_SENSITIVE_RESOURCE_NAMES", true),
            OrderVersionsByDate = Flag("ORDER_VERSIONS_BY_DATE", true),
            AutoMigrateDatabase = Flag("AUTO_MIGRATE_DB", true),
            SeedExampleData = Flag("SEED_EXAMPLE_DATA", false),
            DatabaseConnectRetries = reader.Number("DATABASE_CONNECT_MAX_RETRIES", 0),
            UserAgent = Text("USER_AGENT") ?? $"PactKit broker {Hal.BrokerHeaders.Version}",
            WebhookCertificates = Certificates(configuration),
            WebhookRedactSensitiveData = Flag("WEBHOOK_REDACT_SENSITIVE_DATA", true),
            Features = Words("FEATURES") ?? [],
            Wip = WipSettings.From(reader),
            Limits = LimitSettings.From(reader),
            Host = Text("HOST") ?? "127.0.0.1",
            Port = int.TryParse(Text("PORT"), out var port) ? port : 9292,
        };
    }

    /// <summary><c>WEBHOOK_CERTIFICATES__0__CONTENT</c> or <c>__PATH</c>, and so on; the environment's double underscore arrives as a colon.</summary>
    private static List<string> Certificates(IConfiguration configuration) => configuration.GetSection("PACT_BROKER_WEBHOOK_CERTIFICATES").GetChildren()
        .Select(item => item["CONTENT"] ?? (item["PATH"] is { } path ? File.ReadAllText(path) : null)).OfType<string>().ToList();

    /// <summary>
    /// The base of every link. One configured URL always wins; of several, the one the client used; without any, whatever the
    /// request (or the proxy in front, through X-Forwarded-*) says.
    /// </summary>
    public string BaseUrlFor(HttpRequest request)
    {
        if (BaseUrls.Count == 1) return BaseUrls[0];
        var own = $"{request.Scheme}://{request.Host.Value}";
        var forwarded = Forwarded(request);
        return BaseUrls.Count == 0 ? forwarded : BaseUrls.FirstOrDefault(url => url == forwarded) ?? BaseUrls.FirstOrDefault(url => url == own) ?? BaseUrls[0];
    }

    private static string Forwarded(HttpRequest request)
    {
        string? First(string name) => request.Headers[name].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;

        var scheme = First("X-Forwarded-Proto") ?? First("X-Forwarded-Scheme") ?? (First("X-Forwarded-Ssl") == "on" ? "https" : request.Scheme);
        var host = First("X-Forwarded-Host") ?? request.Host.Value ?? "localhost";
        if (First("X-Forwarded-Port") is { } port && !host.Contains(':', StringComparison.Ordinal) && !(scheme, port).Equals(("https", "443")) && !(scheme, port).Equals(("http", "80"))) host += ":" + port;
        return $"{scheme}://{host}";
    }
}
