using System.Globalization;

namespace PactKit.Matching.Parts;

/// <summary>Compares the expected headers; others may be there.</summary>
internal sealed class HeaderComparer(IReadOnlyDictionary<string, IReadOnlyList<string>> expected)
{
    public void Compare(IReadOnlyDictionary<string, IReadOnlyList<string>> actual, List<Mismatch> into)
    {
        foreach (var (name, values) in expected)
        {
            if (Find(actual, name) is { } received) CompareValues(name, values, received, into);
            else into.Add(Mismatch(name, string.Join(", ", values), "", $"Expected a header '{name}' but was missing"));
        }
    }

    private static IReadOnlyList<string>? Find(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string name)
    {
        if (headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (key, values) in headers)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return values;
        return null;
    }

    private static void CompareValues(string name, IReadOnlyList<string> expected, IReadOnlyList<string> actual, List<Mismatch> into)
    {
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var wanted = i < expected.Count ? expected[i] : "";
            if (i >= actual.Count)
            {
                var index = i.ToString(CultureInfo.InvariantCulture);
                into.Add(Mismatch(name, wanted, "", $"Mismatch with header '{name}': Expected value '{wanted}' at index {index} but was missing"));
            }
            else if (wanted != actual[i])
            {
                var description = $"Mismatch with header '{name}': Expected header '{name}' to have value '{wanted}' but was '{actual[i]}'";
                into.Add(Mismatch(name, wanted, actual[i], description));
            }
        }
    }

    private static HeaderMismatch Mismatch(string name, string expected, string actual, string description) =>
        new(name, expected, actual) { Description = description };
}
