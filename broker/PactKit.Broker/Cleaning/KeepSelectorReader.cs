using System.Text.Json;

namespace PactKit.Broker.Cleaning;

/// <summary>Reads keep selectors as the field writes them: an object or a list of objects, keys in camelCase or snake_case.</summary>
internal static class KeepSelectorReader
{
    private const string Keys = "pacticipant, branch, main_branch, tag, latest, environment, deployed, released, max_age";

    /// <exception cref="ArgumentException">The text is no selector; the message says what is wrong.</exception>
    public static IReadOnlyList<KeepSelector> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.Array => [.. root.EnumerateArray().Select(ReadOne)],
                _ => [ReadOne(root)],
            };
        }
        catch (JsonException)
        {
            throw new ArgumentException($"'{text}' is not JSON; a selector of what to keep looks like {{\"branch\": true, \"latest\": true}} or {{\"max_age\": 30}}.");
        }
    }

    private static KeepSelector ReadOne(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new ArgumentException($"{item.GetRawText()} is not a selector of what to keep: write an object.");
        var selector = new KeepSelector();
        foreach (var member in item.EnumerateObject())
        {
            selector = Add(selector, member.Name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant(), member.Value)
                ?? throw new ArgumentException($"A selector of what to keep cannot have {member}. It may have {Keys}.");
        }

        return selector.HasCondition ? selector : throw new ArgumentException($"{item.GetRawText()} would keep everything; give one of {Keys}.");
    }

    private static KeepSelector? Add(KeepSelector selector, string key, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString() : null;
        bool? flag = value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        return key switch
        {
            "pacticipant" or "pacticipantname" when text is not null => selector with { Pacticipant = text },
            "branch" when text is not null => selector with { Branch = text },
            "branch" when flag is { } any => selector with { AnyBranch = any },
            "mainbranch" when flag is { } main => selector with { MainBranch = main },
            "tag" when text is not null => selector with { Tag = text },
            "tag" when flag is { } any => selector with { AnyTag = any },
            "latest" when flag is { } latest => selector with { Latest = latest },
            "environment" or "environmentname" when text is not null => selector with { Environment = text },
            "deployed" when flag is { } deployed => selector with { Deployed = deployed },
            "released" when flag is { } released => selector with { Released = released },
            "maxage" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var days) && days >= 0 => selector with { MaxAge = days },
            _ => null,
        };
    }
}
