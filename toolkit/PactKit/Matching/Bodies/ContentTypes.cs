using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Which content types go together.</summary>
internal static class ContentTypes
{
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
