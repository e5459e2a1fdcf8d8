using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>What a provider asks for.</summary>
internal sealed record ForVerificationRequest
{
    public string? ProviderVersionBranch { get; init; }
    public IReadOnlyList<string> ProviderVersionTags { get; init; } = [];
    public IReadOnlyList<ConsumerVersionSelector> Selectors { get; init; } = [];
    public bool IncludePendingStatus { get; init; }
    public Moment? IncludeWipPactsSince { get; init; }

    /// <summary>Asked with GET, the old way.</summary>
    public bool IsDeprecated { get; init; }

    public static (ForVerificationRequest? Request, Dictionary<string, List<string>> Errors) Read(JsonElement body, ISet<string> environments)
    {
        var fields = new Fields(body);
        var branch = fields.Text("providerVersionBranch") ?? Loose(fields, "provider_version_branch").Text("provider_version_branch");
        if (branch is { Length: > 0 } && string.IsNullOrWhiteSpace(branch)) fields.Fail("providerVersionBranch", Fields.Blank);
        var tags = Tags(fields, "providerVersionTags").Concat(Tags(fields, "provider_version_tags")).ToList();
        var selectors = ReadSelectors(fields, branch, environments);
        var pending = fields.Flag("includePendingStatus") ?? Loose(fields, "include_pending_status").Flag("include_pending_status");
        var since = Since(fields, "includeWipPactsSince") ?? Since(fields, "include_wip_pacts_since");
        if (string.IsNullOrEmpty(branch) && tags.Count == 0)
        {
            if (pending == true && branch is "") fields.Fail("providerVersionBranch", "must be filled when pending status is included and there are no provider version tags");
            if (since is not null && branch is "") fields.Fail("providerVersionBranch", "must be filled when WIP pacts are included and there are no provider version tags");
        }

        return fields.Ok
            ? (new ForVerificationRequest { ProviderVersionBranch = branch, ProviderVersionTags = tags, Selectors = selectors, IncludePendingStatus = pending ?? true, IncludeWipPactsSince = since }, fields.Errors)
            : (null, fields.Errors);
    }

    /// <summary>The deprecated query form.</summary>
    public static (ForVerificationRequest? Request, Dictionary<string, List<string>> Errors) Read(string? queryString)
    {
        var pairs = NestedQuery.Pairs(queryString);
        string? Value(string name) => pairs.LastOrDefault(pair => pair.Key == name).Value;
        var errors = new Dictionary<string, List<string>>();
        var since = Value("include_wip_pacts_since") is { Length: > 0 } text ? Date(text) : null;
        if (Value("include_wip_pacts_since") is { Length: > 0 } && since is null) errors["include_wip_pacts_since"] = ["must be a date"];
        var objects = NestedQuery.Objects(pairs, "consumer_version_selectors");
        foreach (var (index, fields) in objects.Index())
        {
            if (string.IsNullOrWhiteSpace(fields.GetValueOrDefault("tag"))) errors["consumer_version_selectors"] = [$"tag is missing (at index {index})"];
        }

        if (errors.Count > 0) return (null, errors);
        return (new ForVerificationRequest
        {
            ProviderVersionTags = NestedQuery.Values(pairs, "provider_version_tags").Where(tag => tag.Length > 0).ToList(),
            ProviderVersionBranch = Value("provider_version_branch") is { Length: > 0 } branch ? branch : null,
            Selectors = objects.Select(fields => new ConsumerVersionSelector
            {
                Tag = fields["tag"],
                Latest = fields.GetValueOrDefault("latest") == "true" ? true : null,
                FallbackTag = fields.GetValueOrDefault("fallback_tag"),
                Consumer = fields.GetValueOrDefault("consumer"),
            }).ToList(),
            IncludePendingStatus = Value("include_pending_status") == "true",
            IncludeWipPactsSince = since,
            IsDeprecated = true,
        }, errors);
    }

    /// <summary>Only read when present: the snake_case spelling is taken, not checked.</summary>
    private static Fields Loose(Fields fields, string name) => fields.Has(name) && fields.Find(name).ValueKind != JsonValueKind.Null
        ? new Fields(JsonDocument.Parse(new JsonObject { [name] = JsonNode.Parse(fields.Find(name).GetRawText()) }.ToJsonString()).RootElement)
        : new Fields(default);

    private static List<string> Tags(Fields fields, string name)
    {
        var tags = new List<string>();
        foreach (var (index, item) in (fields.List(name) ?? []).Index())
        {
            if (item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString())) tags.Add(item.GetString()!);
            else fields.Fail(name, $"{(item.ValueKind == JsonValueKind.String ? Fields.Filled : "must be a string")} (at index {index})");
        }

        return tags;
    }

    private static List<ConsumerVersionSelector> ReadSelectors(Fields fields, string? branch, ISet<string> environments)
    {
        var selectors = new List<ConsumerVersionSelector>();
        foreach (var (index, item) in (fields.List("consumerVersionSelectors", allowNull: false) ?? []).Index())
        {
            var (selector, errors) = SelectorReader.Read(item, branch, environments);
            foreach (var error in errors) fields.Fail("consumerVersionSelectors", $"{error} (at index {index})");
            selectors.Add(selector);
        }

        if (selectors.Count == 0 && fields.Find("consumer_version_selectors") is { ValueKind: JsonValueKind.Array } loose)
            selectors.AddRange(loose.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => SelectorReader.Parse(item, JsonNamingPolicy.SnakeCaseLower.ConvertName)));
        return selectors;
    }

    private static Moment? Since(Fields fields, string name)
    {
        if (!fields.Has(name)) return null;
        var value = fields.Find(name);
        var date = value.ValueKind == JsonValueKind.String ? Date(value.GetString()!) : null;
        if (date is null) fields.Fail(name, value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.ValueEquals("")) ? Fields.Filled : "must be a date");
        return date;
    }

    private static Moment? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Moment.From(date) : null;
}
