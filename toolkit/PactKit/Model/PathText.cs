using System.Globalization;

namespace PactKit.Model;

/// <summary>Builds the text of path expressions in normal form: <c>$.a[0]['b c'][*]</c>.</summary>
internal static class PathText
{
    public const string Root = "$";

    /// <summary>Adds <c>.name</c>, or <c>['name']</c> where the name is more than ASCII letters, digits and underscores.</summary>
    public static string AppendField(string path, string name) =>
        IsPlain(name) ? $"{path}.{name}" : $"{path}['{name.Replace("'", @"\'", StringComparison.Ordinal)}']";

    public static string AppendIndex(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public static string AppendStar(string path) => path + ".*";

    public static string AppendStarIndex(string path) => path + "[*]";

    public static bool IsPlain(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) return false;
        foreach (var c in name) if (!char.IsAsciiLetterOrDigit(c) && c != '_') return false;
        return true;
    }
}
