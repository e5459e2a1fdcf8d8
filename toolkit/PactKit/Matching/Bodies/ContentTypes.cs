using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Which content type a part has, and which go together.</summary>
internal static class ContentTypes
{
    /// <summary>The type stored with the body, else the header's, else what the bytes look like, else unknown.</summary>
    public static ContentType Of(Body body, string? declared)
    {
        if (body.ContentType is { } stored) return stored;
        if (ContentType.TryParse(declared, out var type)) return type;
        return body.Content.IsEmpty ? ContentType.Unknown : ContentType.Sniff(body.Content.Span);
    }

    /// <summary>Whether bodies of these types may be compared at all.</summary>
    public static bool AreCompatible(ContentType expected, ContentType actual)
    {
        if (expected.IsUnknown || actual.IsUnknown) return true;
        var isBare = expected.Parameters.Count == 0;
        if (isBare ? HaveSameName(expected, actual) : expected.Equals(actual)) return true;
        if (IsPlainXml(expected) && IsPlainXml(actual) && (isBare || HaveSameParameters(expected, actual))) return true;
        return expected.Equals(actual.BaseType);
    }

    private static bool HaveSameName(ContentType expected, ContentType actual) =>
        string.Equals(expected.Type, actual.Type, StringComparison.OrdinalIgnoreCase)
        && string.Equals(expected.Subtype, actual.Subtype, StringComparison.OrdinalIgnoreCase);

    private static bool HaveSameParameters(ContentType expected, ContentType actual) =>
        new ContentType("x", "x", expected.Parameters).Equals(new ContentType("x", "x", actual.Parameters));

    private static bool IsPlainXml(ContentType type) => type.IsXml && string.Equals(type.Subtype, "xml", StringComparison.OrdinalIgnoreCase);
}
