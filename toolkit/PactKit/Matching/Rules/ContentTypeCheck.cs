using System.Text;
using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>The bytes are of a content type, by their first bytes. A JSON string holds them in base64, or as text.</summary>
internal sealed class ContentTypeCheck(string contentType) : RuleCheck
{
    public override string Name => "contentType";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (actual.Kind is not (ValueKind.String or ValueKind.Text)) return $"Expected {actual.Typed} to be binary contents of type '{contentType}'";
        var bytes = Encoding.UTF8.GetBytes(actual.Content);
        if (actual.Kind != ValueKind.String) return Check(bytes);
        var decoded = new byte[bytes.Length];
        return Convert.TryFromBase64String(actual.Content, decoded, out var count) ? Check(decoded.AsMemory(0, count)) : Check(bytes);
    }

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) => Check(actual);

    private string? Check(ReadOnlyMemory<byte> bytes)
    {
        var detected = MagicNumbers.Detect(bytes.Span).ToString();
        return AreAlike(contentType, detected)
            ? null
            : $"Expected binary contents to have content type '{contentType}' but detected contents was '{detected}'";
    }

    // Which of its two names an XML document gets depends on the library that looks.
    private static bool AreAlike(string expected, string detected) =>
        string.Equals(expected, detected, StringComparison.OrdinalIgnoreCase)
        || (detected == "application/xml" && string.Equals(expected, "text/xml", StringComparison.OrdinalIgnoreCase));
}
