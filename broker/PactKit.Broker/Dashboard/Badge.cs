using System.Globalization;
using System.Net;
using PactKit.Broker.Hal;

namespace PactKit.Broker.Dashboard;

/// <summary>A badge drawn here: no other server learns who looks at a README, and it works without the internet.</summary>
internal sealed record Badge(string Left, string Right, string Colour)
{
    public const string Green = "#2e8b57";
    public const string Red = "#c0392b";
    public const string Orange = "#c77700";
    public const string Grey = "#8a8f94";

    public IResult Result => new TextResult(Svg, MediaTypes.Svg);

    public string Svg
    {
        get
        {
            var (left, right) = (Width(Left), Width(Right));
            var label = $"{WebUtility.HtmlEncode(Left)}: {WebUtility.HtmlEncode(Right)}";
            return $"""
                <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{label}"><title>{label}</title>
                <clipPath id="r"><rect width="{left + right}" height="20" rx="4"/></clipPath>
                <g clip-path="url(#r)"><rect width="{left}" height="20" fill="#44494e"/><rect x="{left}" width="{right}" height="20" fill="{Colour}"/></g>
                <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
                <text x="{Half(left)}" y="14" textLength="{left - 12}">{WebUtility.HtmlEncode(Left)}</text><text x="{Half((2 * left) + right)}" y="14" textLength="{right - 12}">{WebUtility.HtmlEncode(Right)}</text></g></svg>
                """;
        }
    }

    private static string Half(int value) => (value / 2.0).ToString(CultureInfo.InvariantCulture);

    /// <summary>Close enough for a sans-serif of 11 pixels; the text is stretched to fit.</summary>
    private static int Width(string text) => (int)text.Sum(c => c is 'i' or 'l' or 'j' or '.' or ' ' or '/' or 'f' or 't' or 'r' ? 4.5 : c is 'm' or 'w' or 'M' or 'W' ? 10 : 7) + 14;
}
