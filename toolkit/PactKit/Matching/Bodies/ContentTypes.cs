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
        if (isBare ? expected.HasNameOf(actual) : expected.Equals(actual)) return true;
        if (IsPlainXml(expected) && IsPlainXml(actual) && (isBare || expected.HasParametersOf(actual))) return true;
        return expected.Equals(actual.BaseType);
    }

    private static bool IsPlainXml(ContentType type) => type.IsXml && string.Equals(type.Subtype, "xml", StringComparison.OrdinalIgnoreCase);
}
