namespace PactKit.Model;

/// <summary>Which headers hold lists. Only these are split at commas: in files and in what is received, so both sides agree.</summary>
internal static class HeaderValues
{
    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "accept-encoding", "accept-language", "access-control-allow-headers", "access-control-allow-methods",
        "access-control-expose-headers", "access-control-request-headers", "allow", "cache-control", "if-match", "if-none-match", "vary",
    };

    public static bool IsList(string name) => Lists.Contains(name);

    /// <summary>The values of one header line, trimmed.</summary>
    public static IReadOnlyList<string> Split(string name, string line) =>
        IsList(name) ? line.Split(',', StringSplitOptions.TrimEntries) : [line.Trim()];
}
