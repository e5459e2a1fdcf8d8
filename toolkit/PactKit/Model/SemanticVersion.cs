using System.Text.RegularExpressions;

namespace PactKit.Model;

/// <summary>The form of a semantic version (semver.org 2.0): three numbers, no leading zeros, no "v"; pre-release and build may follow.</summary>
internal static partial class SemanticVersion
{
    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(
        @"\A(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
        + @"(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?"
        + @"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
