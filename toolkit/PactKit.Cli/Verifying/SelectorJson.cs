using System.Text.Json;
using PactKit.Brokers;

namespace PactKit.Cli.Verifying;

/// <summary>Reads consumer version selectors as the field writes them: <c>{"mainBranch":true}</c>, or a list of such objects.</summary>
internal static class SelectorJson
{
    public static (IReadOnlyList<ConsumerVersionSelector> Selectors, string? Problem) Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : (JsonElement[])[root];
            var selectors = new List<ConsumerVersionSelector>();
            foreach (var item in items)
            {
                if (item.ValueKind != JsonValueKind.Object) return ([], $"'{text}' is not a consumer version selector: write an object or a list of objects.");
                var (selector, unknown) = Read(item);
                if (selector is null) return ([], $"A consumer version selector cannot have '{unknown}' like that: {item}");
                selectors.Add(selector);
            }

            return (selectors, null);
        }
        catch (JsonException)
        {
            return ([], $"'{text}' is not JSON; a consumer version selector looks like {{\"mainBranch\":true}}.");
        }
    }

    private static (ConsumerVersionSelector? Selector, string? Unknown) Read(JsonElement item)
    {
        var selector = new ConsumerVersionSelector();
        foreach (var member in item.EnumerateObject())
        {
            var (text, flag) = (item.Text(member.Name), item.Flag(member.Name));
            var next = member.Name switch
            {
                "consumer" when text is not null => selector with { Consumer = text },
                "tag" when text is not null => selector with { Tag = text },
                "fallbackTag" when text is not null => selector with { FallbackTag = text },
                "branch" when text is not null => selector with { Branch = text },
                "fallbackBranch" when text is not null => selector with { FallbackBranch = text },
                "environment" when text is not null => selector with { Environment = text },
                "latest" when flag is not null => selector with { Latest = flag },
                "mainBranch" when flag is { } value => selector with { MainBranch = value },
                "matchingBranch" when flag is { } value => selector with { MatchingBranch = value },
                "deployed" when flag is { } value => selector with { Deployed = value },
                "released" when flag is { } value => selector with { Released = value },
                "deployedOrReleased" when flag is { } value => selector with { DeployedOrReleased = value },
                _ => null,
            };
            if (next is null) return (null, member.Name);
            selector = next;
        }

        return (selector, null);
    }
}
