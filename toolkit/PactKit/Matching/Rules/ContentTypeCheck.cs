using System.Text;
using PactKit.Matching.Bodies;

namespace PactKit.Matching.Rules;

/// <summary>The bytes are of a content type, by their first bytes. A JSON string holds them in base64, or as text; other scalars are text.</summary>
internal sealed class ContentTypeCheck(string contentType) : RuleCheck
{
    private const string Unknown = "application/octet-stream";

    public override string Name => "contentType";

    public override string? Check(in Value expected, in Value actual, bool cascaded)
    {
        if (actual.IsContainer) return $"Expected {actual.Typed} to be binary contents of type '{contentType}'";
        var bytes = Encoding.UTF8.GetBytes(actual.Content);
        if (actual.Kind != ValueKind.String) return Check(bytes);
        var decoded = new byte[bytes.Length];
        if (!Convert.TryFromBase64String(actual.Content, decoded, out var count)) return Check(bytes);

        // Many a word happens to be base64 of bytes that mean nothing.
        var contents = decoded.AsMemory(0, count);
        return Check(MagicNumbers.Detect(contents.Span).ToString() == Unknown ? bytes : contents);
    }

    public override string? CheckBytes(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual) => Check(actual);

    private string? Check(ReadOnlyMemory<byte> bytes)
    {
        var detected = MagicNumbers.Detect(bytes.Span).ToString();
        return AreAlike(contentType, detected) || (IsPlainText(contentType) && MayBePlainText(bytes.Span, detected))
            ? null
            : $"Expected binary contents to have content type '{contentType}' but detected contents was '{detected}'";
    }

    private static bool IsPlainText(string type) => string.Equals(type, "text/plain", StringComparison.OrdinalIgnoreCase);

    // A text that looks like JSON or begins with a tag is a plain text all the same. Only a declaration at its start leaves no doubt.
    private static bool MayBePlainText(ReadOnlySpan<byte> bytes, string detected) =>
        detected is "application/json" || (detected is "application/xml" && !bytes.TrimStart(" \t\r\n"u8).StartsWith("<?"u8));

    // Which of its two names an XML document gets depends on the library that looks.
    private static bool AreAlike(string expected, string detected) =>
        string.Equals(expected, detected, StringComparison.OrdinalIgnoreCase)
        || (detected == "application/xml" && string.Equals(expected, "text/xml", StringComparison.OrdinalIgnoreCase));
}
