namespace PactKit.Broker.Storage;

/// <summary>Patterns for LIKE over lower-cased text, with the wildcards of the search text taken literally.</summary>
internal static class Like
{
    public static string Containing(string text) => "%" + text.ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
