using System.Text.Json;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>Reads selectors from JSON and says what is wrong with them.</summary>
internal static class SelectorReader
{
    private static readonly string[] OnlyTrue = ["mainBranch", "matchingBranch", "deployed", "released", "deployedOrReleased"];
    private static readonly string[] FilledTexts = ["tag", "fallbackTag", "fallbackBranch", "consumer", "environment"];

    public static (ConsumerVersionSelector Selector, IReadOnlyList<string> Errors) Read(JsonElement item, string? providerVersionBranch, ISet<string> environments)
    {
        if (item.ValueKind != JsonValueKind.Object) return (new ConsumerVersionSelector(), ["must be a hash"]);
        var errors = Types(item);
        if (errors.Count > 0) return (new ConsumerVersionSelector(), errors);
        var selector = Parse(item, name => name);
        errors.AddRange(Rules(selector, providerVersionBranch));
        if (selector.Consumer is { } consumer && string.IsNullOrWhiteSpace(consumer)) errors.Add("consumer cannot be blank");
        if (selector.Environment is { } environment && !environments.Contains(environment)) errors.Add($"environment with name '{environment}' does not exist");
        return (selector, errors);
    }

    /// <summary>Without checks; <paramref name="spell"/> turns our names into those of the source.</summary>
    public static ConsumerVersionSelector Parse(JsonElement item, Func<string, string> spell)
    {
        JsonElement Find(string name) => item.TryGetProperty(spell(name), out var value) ? value : default;
        bool True(string name) => Find(name) is { ValueKind: JsonValueKind.True };
        string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

        return new ConsumerVersionSelector
        {
            MainBranch = True("mainBranch"),
            MatchingBranch = True("matchingBranch"),
            Branch = Text("branch"),
            AnyBranch = True("branch"),
            FallbackBranch = Text("fallbackBranch"),
            Tag = Text("tag"),
            FallbackTag = Text("fallbackTag"),
            Latest = Find("latest").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
            Consumer = Text("consumer"),
            Environment = Text("environment"),
            Deployed = True("deployed"),
            Released = True("released"),
            DeployedOrReleased = True("deployedOrReleased"),
        };
    }

    private static List<string> Types(JsonElement item)
    {
        var errors = new List<string>();
        foreach (var (name, value) in CanonicalJson.Members(item))
        {
            if (OnlyTrue.Contains(name) && value.ValueKind != JsonValueKind.True) errors.Add($"{name} must be one of: true");
            if (name == "latest" && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) errors.Add("latest must be boolean");
            if (name == "branch" && value.ValueKind is not (JsonValueKind.True or JsonValueKind.String)) errors.Add("branch must be a string or true");
            if (FilledTexts.Contains(name) || (name == "branch" && value.ValueKind == JsonValueKind.String))
            {
                if (value.ValueKind != JsonValueKind.String) errors.Add(value.ValueKind == JsonValueKind.Null ? $"{name} must be filled" : $"{name} must be a string");
                else if (value.GetString() == "") errors.Add($"{name} must be filled");
                else if (value.GetString()!.Contains('\0', StringComparison.Ordinal)) errors.Add($"{name} cannot contain a NUL character");
            }
        }

        return errors;
    }

    private static IEnumerable<string> Rules(ConsumerVersionSelector s, string? providerVersionBranch)
    {
        var hasBranch = s.Branch is not null || s.AnyBranch;
        if (!s.MainBranch && !s.MatchingBranch && s.Tag is null && !hasBranch && s.Environment is null && !s.Deployed && !s.Released && !s.DeployedOrReleased && s.Latest != true)
            yield return "must specify a value for environment or mainBranch or branch or tag, or set latest, matchingBranch, deployed, released or deployedOrReleased to true";
        if (s.MainBranch && (s.Tag is not null || hasBranch || s.MatchingBranch || s.FallbackTag is not null || s.FallbackBranch is not null || s.IsEnvironmentType))
            yield return "cannot specify mainBranch with any other criteria apart from consumer";
        if (s.MainBranch && s.Latest == false) yield return "cannot specify mainBranch with latest=false";
        if (s.MatchingBranch && (s.Tag is not null || hasBranch || s.MainBranch || s.Latest is not null || s.FallbackTag is not null || s.FallbackBranch is not null || s.IsEnvironmentType))
            yield return "cannot specify matchingBranch with any other criteria apart from consumer";
        if (s.MatchingBranch && string.IsNullOrWhiteSpace(providerVersionBranch))
            yield return "the providerVersionBranch must be specified when the selector matchingBranch is used";
        if (s.Tag is not null && hasBranch) yield return "cannot specify both tag and branch";
        if (s.IsBranchType && s.IsEnvironmentType) yield return "cannot specify tags or branches together with environment, deployed, released or deployedOrReleased";
        if (s.FallbackTag is not null && s.Tag is null) yield return "a tag must be specified when a fallbackTag is specified";
        if (s.FallbackTag is not null && s.Latest != true) yield return "a fallbackTag can only be set if latest is true";
        if (s.FallbackBranch is not null && !hasBranch) yield return "a branch must be specified when a fallbackBranch is specified";
        if (s.FallbackBranch is not null && s.Latest == false) yield return "a fallbackBranch can only be set if latest is not false";
        if (hasBranch && s.Latest == false) yield return "cannot specify a branch with latest=false";
        if (new[] { s.Deployed, s.Released, s.DeployedOrReleased }.Count(given => given) > 1)
            yield return "cannot specify more than one of deployed, released and deployedOrReleased";
    }
}
