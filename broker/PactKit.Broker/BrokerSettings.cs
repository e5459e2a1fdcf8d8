using System.Globalization;

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

    public bool CleanEnabled { get; init; }

    /// <summary>Versions taken away in one run, at most.</summary>
    public int CleanDeletionLimit { get; init; } = 500;

    /// <summary>Only versions older than this are taken away.</summary>
    public TimeSpan CleanVersionsAfter { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Revisions, results and webhook logs that newer ones replaced go after this time.</summary>
    public TimeSpan CleanOverwrittenAfter { get; init; } = TimeSpan.FromDays(7);

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string? ReadOnlyUserName { get; init; }

    public string? ReadOnlyPassword { get; init; }

    public bool AllowPublicRead { get; init; }

    public bool PublicHeartbeat { get; init; }

    public bool EnablePublicBadgeAccess { get; init; }

    public bool EnableDiagnosticEndpoints { get; init; } = true;

    public static BrokerSettings From(IConfiguration configuration)
    {
        string? Text(string name) => configuration["PACT_BROKER_" + name] is { Length: > 0 } value ? value : null;
        bool Flag(string name, bool otherwise) => Text(name) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : otherwise;
        IReadOnlyList<string>? Words(string name) => Text(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        return new BrokerSettings
        {
            DatabaseUrl = Text("DATABASE_URL"),
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
            CleanEnabled = Flag("DATABASE_CLEAN_ENABLED", false),
            CleanDeletionLimit = int.TryParse(Text("DATABASE_CLEAN_DELETION_LIMIT"), out var limit) ? limit : 500,
            CleanOverwrittenAfter = TimeSpan.FromDays(int.TryParse(Text("DATABASE_CLEAN_OVERWRITTEN_DATA_MAX_AGE"), out var days) ? days : 7),
            UserName = Text("BASIC_AUTH_USERNAME"),
            Password = Text("BASIC_AUTH_PASSWORD"),
            ReadOnlyUserName = Text("BASIC_AUTH_READ_ONLY_USERNAME"),
            ReadOnlyPassword = Text("BASIC_AUTH_READ_ONLY_PASSWORD"),
            AllowPublicRead = Flag("ALLOW_PUBLIC_READ", false),
            PublicHeartbeat = Flag("PUBLIC_HEARTBEAT", false),
            EnablePublicBadgeAccess = Flag("ENABLE_PUBLIC_BADGE_ACCESS", false),
            EnableDiagnosticEndpoints = Flag("ENABLE_DIAGNOSTIC_ENDPOINTS", true),
            Host = Text("HOST") ?? "127.0.0.1",
            Port = int.TryParse(Text("PORT"), out var port) ? port : 9292,
        };
    }

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
