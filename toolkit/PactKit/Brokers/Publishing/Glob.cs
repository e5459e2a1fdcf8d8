using System.Text;
using System.Text.RegularExpressions;

namespace PactKit.Brokers.Publishing;

/// <summary>
/// File patterns for shells that do not expand them: <c>*</c> and <c>?</c> within a name, <c>**</c> for any directories,
/// <c>[abc]</c>, <c>[a-z]</c> and <c>[!a]</c> for one character.
/// </summary>
internal static class Glob
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?[") >= 0;

    /// <summary>The files that match, in order of their names. The pattern is a full path.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var text = pattern.Replace('\\', '/');
        var fixedPart = text[..(text.LastIndexOf('/', text.AsSpan().IndexOfAny("*?[")) + 1)];
        if (!Directory.Exists(fixedPart)) return [];
        var matches = new Regex(ToRegex(text), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return [.. Directory.EnumerateFiles(fixedPart, "*", Below)
            .Where(file => matches.IsMatch(file.Replace('\\', '/'))).Order(StringComparer.Ordinal)];
    }

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var index = 0; index < pattern.Length; index++)
        {
            var rest = pattern.AsSpan(index);
            if (rest.StartsWith("**/"))
            {
                regex.Append("(?:[^/]+/)*");
                index += 2;
            }
            else if (rest.StartsWith("**"))
            {
                regex.Append(".*");
                index++;
            }
            else if (rest[0] == '[' && pattern.IndexOf(']', index + 2 > pattern.Length ? index : index + 2) is var end and > 0)
            {
                var set = pattern[(index + 1)..end];
                regex.Append('[').Append(set[0] == '!' ? "^" : "")
                    .Append(set.TrimStart('!').Replace("\\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal))
                    .Append(']');
                index = end;
            }
            else
            {
                regex.Append(rest[0] switch { '*' => "[^/]*", '?' => "[^/]", var letter => Regex.Escape(letter.ToString()) });
            }
        }

        return regex.Append('$').ToString();
    }
}
