using PactKit.Matching;
using PactKit.Matching.Bodies;
using PactKit.Model;

namespace PactKit.Reporting;

/// <summary>Shows where two bodies differ: JSON by its structure, other text by lines, bytes not at all.</summary>
public static class BodyDiff
{
    private const int LargestText = 2_000_000;

    /// <summary>Lines that begin with "- " (expected), "+ " (actual) or blanks (around them). Empty where there is nothing to show.</summary>
    /// <param name="expected">With the type it was compared as.</param>
    /// <param name="expectedType">What the expected body is.</param>
    /// <param name="actual">What came.</param>
    /// <param name="actualType">What the actual body is.</param>
    /// <param name="mismatches">Those of the comparison: only places they name are marked, so what a rule allows is not.</param>
    public static IReadOnlyList<string> Lines(Body expected, ContentType expectedType, Body actual, ContentType actualType, IReadOnlyList<Mismatch> mismatches)
    {
        if (expected.Content.IsEmpty || actual.Content.IsEmpty || expected.Content.Length + actual.Content.Length > LargestText) return [];
        if (!mismatches.Any(m => m is BodyMismatch)) return [];
        if (expectedType.IsJson) return Json(expected, expectedType, actual, actualType, mismatches);
        if (!expectedType.IsText) return [];
        var (wanted, received) = (BodyText.TryRead(expected.Content, expectedType), BodyText.TryRead(actual.Content, actualType));
        return wanted is null || received is null ? [] : DiffLines.Surroundings(LineDiff.Of(wanted, received));
    }

    private static IReadOnlyList<string> Json(Body expected, ContentType expectedType, Body actual, ContentType actualType, IReadOnlyList<Mismatch> mismatches)
    {
        using var wanted = ParsedJson.Read(expected.Content, expectedType, MatchingOptions.Default);
        using var received = ParsedJson.Read(actual.Content, actualType, MatchingOptions.Default);
        if (wanted.Error is not null || received.Error is not null) return [];
        return DiffLines.Surroundings(JsonDiff.Of(wanted.Root, received.Root, mismatches.OfType<BodyMismatch>().Select(m => m.Path)));
    }
}
