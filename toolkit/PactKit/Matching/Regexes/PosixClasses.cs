namespace PactKit.Matching.Regexes;

/// <summary>The named classes of other dialects, as the inside of a .NET bracket.</summary>
internal static class PosixClasses
{
    private static readonly Dictionary<string, string> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["alpha"] = @"\p{L}\p{M}",
        ["digit"] = @"\p{Nd}",
        ["alnum"] = @"\p{L}\p{M}\p{Nd}",
        ["upper"] = @"\p{Lu}",
        ["lower"] = @"\p{Ll}",
        ["space"] = @"\s",
        ["blank"] = @"\t\p{Zs}",
        ["punct"] = @"\p{P}$+<=>^`|~",
        ["cntrl"] = @"\p{Cc}",
        ["xdigit"] = "0-9a-fA-F",
        ["word"] = @"\w",
        ["print"] = @"\P{C}",
        ["graph"] = @"\p{L}\p{M}\p{N}\p{P}\p{S}",
        ["ascii"] = @"\x00-\x7F",
        ["any"] = @"\s\S",
        ["IsAlphabetic"] = @"\p{L}\p{M}",
        ["Latin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u1E00-\u1EFF",
        ["IsLatin"] = @"A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u1E00-\u1EFF",
    };

    public static string? Find(string name) => Members.GetValueOrDefault(name);
}
