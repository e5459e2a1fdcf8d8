namespace PactKit.Matching.Parts;

internal static class MethodComparer
{
    public static void Compare(string expected, string actual, List<Mismatch> into)
    {
        if (string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)) return;
        into.Add(new MethodMismatch(expected, actual) { Description = $"Expected method {expected} but received {actual}" });
    }
}
