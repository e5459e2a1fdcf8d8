using System.Globalization;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Matrix;

internal enum LatestBy
{
    None,

    /// <summary>Newest row per consumer, consumer version, provider and provider version.</summary>
    ConsumerVersionProviderVersion,

    /// <summary>Newest row per consumer, consumer version and provider.</summary>
    ConsumerVersionProvider,

    /// <summary>Newest row per consumer and provider.</summary>
    ConsumerProvider,
}

internal sealed record MatrixSelector
{
    public string? Pacticipant { get; init; }
    public string? Version { get; init; }
    public bool Latest { get; init; }
    public string? Branch { get; init; }
    public string? Tag { get; init; }
    public string? Environment { get; init; }
    public bool MainBranch { get; init; }

    /// <summary>Any version will do: nothing was said but the name.</summary>
    public bool IsNameOnly => Version is null && !Latest && Branch is null && Tag is null && Environment is null && !MainBranch;

    public static MatrixSelector From(IReadOnlyDictionary<string, string> fields)
    {
        string? Value(string name) => fields.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
        return new MatrixSelector
        {
            Pacticipant = Value("pacticipant"),
            Version = Value("version"),
            Latest = Value("latest") == "true",
            Branch = Value("branch"),
            Tag = Value("tag"),
            Environment = Value("environment"),
            MainBranch = Value("mainBranch") == "true",
        };
    }
}

/// <summary>Where the pacticipants that were not named are looked at.</summary>
internal sealed record Destination
{
    public static readonly Destination None = new();

    public bool Latest { get; init; }
    public string? Tag { get; init; }
    public string? Environment { get; init; }
    public bool MainBranch { get; init; }

    public bool IsGiven => Latest || Tag is not null || Environment is not null || MainBranch;

    public bool IsPlace => Tag is not null || Environment is not null || MainBranch;

    public MatrixSelector For(string pacticipant) => new()
    {
        Pacticipant = pacticipant,
        Tag = Tag,
        Environment = Environment,
        MainBranch = MainBranch,
        Latest = MainBranch || (Latest && Environment is null),
    };
}

internal sealed record MatrixQuery
{
    public const int DefaultLimit = 100;

    public IReadOnlyList<MatrixSelector> Selectors { get; init; } = [];
    public IReadOnlyList<MatrixSelector> Ignore { get; init; } = [];
    public Destination Destination { get; init; } = Destination.None;
    public LatestBy LatestBy { get; init; }

    /// <summary>Results let through; null stands for "never verified". Empty: all.</summary>
    public IReadOnlyList<bool?> Success { get; init; } = [];

    /// <summary>Null: no limit.</summary>
    public int? Limit { get; init; }

    /// <summary>Reads the query string as text: the order of the parameters decides which selector they belong to.</summary>
    public static (MatrixQuery Query, List<string> Errors) Read(string? queryString)
    {
        var pairs = NestedQuery.Pairs(queryString);
        string? Value(string name) => pairs.LastOrDefault(pair => pair.Key == name).Value is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
        var errors = new List<string>();
        var limit = DefaultLimit;
        if (Value("limit") is { } text && (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out limit) || limit < 1))
            errors.Add("limit must be an integer greater than or equal to 1");
        var latestBy = Value("latestby") switch
        {
            null => LatestBy.None,
            "cvpv" => LatestBy.ConsumerVersionProviderVersion,
            "cvp" => LatestBy.ConsumerVersionProvider,
            "cp" => LatestBy.ConsumerProvider,
            _ => (LatestBy?)null,
        };
        if (latestBy is null) errors.Add("latestby must be one of: cvpv, cvp, cp");
        var query = new MatrixQuery
        {
            Selectors = NestedQuery.Objects(pairs, "q").Select(MatrixSelector.From).ToList(),
            Ignore = NestedQuery.Objects(pairs, "ignore").Select(MatrixSelector.From).Concat(IgnoredNames(pairs)).ToList(),
            Destination = new Destination
            {
                Latest = Value("latest") == "true",
                Tag = Value("tag"),
                Environment = Value("environment"),
                MainBranch = Value("mainBranch") == "true",
            },
            LatestBy = latestBy ?? LatestBy.None,
            Success = pairs.Where(pair => pair.Key is "success" or "success[]").Select(pair => pair.Value switch
            {
                "true" => (bool?)true,
                "" => null,
                _ => false,
            }).ToList(),
            Limit = limit,
        };
        return (query, errors);
    }

    internal static IEnumerable<MatrixSelector> IgnoredNames(IEnumerable<KeyValuePair<string, string>> pairs) =>
        NestedQuery.Values(pairs, "ignore").Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => new MatrixSelector { Pacticipant = name });
}
