using System.Text.RegularExpressions;

namespace PactKit.Brokers;

/// <summary>One link of a HAL document.</summary>
public sealed partial record HalLink(string Href, string? Name = null, string? Title = null)
{
    /// <summary>The address with each <c>{name}</c> replaced by its value, percent-encoded (a slash in a branch name becomes %2F).</summary>
    public string Expand(params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty) return Href;
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) known[name] = value;
        return Placeholder().Replace(Href, found =>
            known.TryGetValue(found.Groups[1].Value, out var value) ? Uri.EscapeDataString(value) : found.Value);
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
