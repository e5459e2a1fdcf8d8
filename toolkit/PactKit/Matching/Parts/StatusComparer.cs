using System.Globalization;

namespace PactKit.Matching.Parts;

internal static class StatusComparer
{
    public static void Compare(int expected, int actual, List<Mismatch> into)
    {
        if (expected == actual) return;
        var description = string.Create(CultureInfo.InvariantCulture, $"expected {expected} but was {actual}");
        into.Add(new StatusMismatch(expected, actual) { Description = description });
    }
}
