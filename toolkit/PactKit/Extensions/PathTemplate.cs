using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PactNet.Matchers;

namespace PactKit;

/// <summary>Makes a path matcher from a route-like template and one example for each brace.</summary>
internal static partial class PathTemplate
{
    private const string Uuid = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    public static RegexMatcher Matcher(string template, object[] values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(template);
        ArgumentNullException.ThrowIfNull(values);
        var braces = Braces().Matches(template);
        if (braces.Count != values.Length)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"The path \"{template}\" has {braces.Count} places in braces and there are {values.Length} examples: give one for each.");
            throw new ArgumentException(text, nameof(values));
        }

        var (path, pattern, at) = (new StringBuilder(), new StringBuilder("^"), 0);
        foreach (var (index, brace) in braces.Index())
        {
            var literal = template[at..brace.Index];
            path.Append(literal).Append(Uri.EscapeDataString(Convert.ToString(values[index], CultureInfo.InvariantCulture) ?? ""));
            pattern.Append(Regex.Escape(literal)).Append(PatternOf(values[index]));
            at = brace.Index + brace.Length;
        }

        return new RegexMatcher(path.Append(template[at..]).ToString(), pattern.Append(Regex.Escape(template[at..])).Append('$').ToString());
    }

    private static string PatternOf(object? value) => value switch
    {
        sbyte or short or int or long => "-?\\d+",
        byte or ushort or uint or ulong => "\\d+",
        Guid => Uuid,
        _ => "[^/]+",
    };

    [GeneratedRegex("\\{[^{}]*\\}")]
    private static partial Regex Braces();
}
