using System.Globalization;

namespace PactKit.Matching.Parts;

/// <summary>Compares the parameters of a query; a parameter nobody expects is a mismatch.</summary>
internal sealed class QueryComparer(IReadOnlyDictionary<string, IReadOnlyList<string?>> expected)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string?>> actual, List<Mismatch> into)
    {
        foreach (var (name, values) in expected)
        {
            if (actual.TryGetValue(name, out var received)) CompareValues(name, values, received, into);
            else into.Add(Mismatch(name, Joined(values), "", $"Expected query parameter '{name}' but was missing"));
        }

        foreach (var (name, values) in actual)
            if (!expected.ContainsKey(name)) into.Add(Mismatch(name, "", Joined(values), $"Unexpected query parameter '{name}' received"));
    }

    private static void CompareValues(string name, IReadOnlyList<string?> expected, IReadOnlyList<string?> actual, List<Mismatch> into)
    {
        if (expected.Count != actual.Count)
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"with {expected.Count} value(s) but received {actual.Count} value(s)");
            into.Add(Mismatch(name, Joined(expected), Joined(actual), $"Expected query parameter '{name}' {counts}"));
        }

        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (wanted, received) = (expected[i] ?? "", actual[i] ?? "");
            if (wanted == received) continue;
            into.Add(Mismatch(name, wanted, received, $"Expected query parameter '{name}' with value '{wanted}' but was '{received}'"));
        }
    }

    private static QueryMismatch Mismatch(string name, string expected, string actual, string description) =>
        new(name, expected, actual) { Description = description };

    private static string Joined(IReadOnlyList<string?> values) => string.Join(", ", values);
}
