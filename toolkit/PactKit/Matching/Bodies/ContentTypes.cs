using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Which content types go together.</summary>
internal static class ContentTypes
{
    /// <summary>Whether bodies of these types may be compared at all: they are equivalent, or the expected one is what the actual one is built on.</summary>
    public static bool AreCompatible(ContentType expected, ContentType actual) =>
        AreEquivalent(expected, actual) || expected.Equals(actual.BaseType);

    /// <summary>Whether contents of messages may be compared. Nobody negotiates a message's type, so one that is merely built on the expected type will not do.</summary>
    public static bool AreEquivalent(ContentType expected, ContentType actual)
    {
        if (expected.IsUnknown || actual.IsUnknown) return true;
        var isBare = expected.Parameters.Count == 0;
        if (isBare ? expected.HasNameOf(actual) : expected.Equals(actual)) return true;
        return IsPlainXml(expected) && IsPlainXml(actual) && (isBare || expected.HasParametersOf(actual));
    }

    private static bool IsPlainXml(ContentType type) => type.IsXml && string.Equals(type.Subtype, "xml", StringComparison.OrdinalIgnoreCase);
}
