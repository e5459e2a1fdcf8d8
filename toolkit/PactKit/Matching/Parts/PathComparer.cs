namespace PactKit.Matching.Parts;

internal static class PathComparer
{
    public static void Compare(string expected, string actual, List<Mismatch> into)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal)) return;
        into.Add(new PathMismatch(expected, actual) { Description = $"Expected '{actual}' to be equal to '{expected}'" });
    }
}
