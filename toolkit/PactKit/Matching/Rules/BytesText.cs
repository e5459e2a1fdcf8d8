using System.Globalization;
using PactKit.Matching.Bodies;
using PactKit.Model;

namespace PactKit.Matching.Rules;

/// <summary>How bytes and XML names are shown to people.</summary>
internal static class BytesText
{
    private const int BytesShown = 32;

    public static string NotEqual(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, ContentType? expectedType = null, ContentType? actualType = null) =>
        $"Actual body [{Describe(actual, actualType)}] is not equal to the expected body [{Describe(expected, expectedType)}]";

    public static string NameOf(in ElementView element) =>
        element.Namespace.Length == 0 ? element.LocalName : $"{{{element.Namespace}}}{element.LocalName}";

    private static string Describe(ReadOnlyMemory<byte> bytes, ContentType? type)
    {
        var start = Convert.ToHexStringLower(bytes.Span[..Math.Min(BytesShown, bytes.Length)]);
        var size = string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes, starting with {start}");
        return type is null ? size : $"{type}, {size}";
    }
}
