using System.Text.RegularExpressions;
using PactKit.Model;
using PactKit.Plugins.Protocol;

namespace PactKit.Plugins.Contents;

/// <summary>Which content types a catalogue entry is for: its value "content-types", patterns separated by semicolons.</summary>
internal static class ContentTypePatterns
{
    public static bool Accepts(CatalogueEntry entry, ContentType type)
    {
        if (!entry.Values.TryGetValue("content-types", out var patterns)) return false;
        var plain = $"{type.Type}/{type.Subtype}";
        return patterns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(pattern => Fits(pattern, plain) || Fits(pattern, type.ToString()));
    }

    // As a text first: "application/vnd.a+xml" is no pattern that fits itself.
    private static bool Fits(string pattern, string type)
    {
        if (string.Equals(pattern, type, StringComparison.OrdinalIgnoreCase)) return true;
        try
        {
            const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
            return Regex.IsMatch(type, $"^(?:{pattern})$", options);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
