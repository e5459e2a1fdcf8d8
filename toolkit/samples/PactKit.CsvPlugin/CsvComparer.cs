using Google.Protobuf;
using PactKit.Plugins.Authoring;
using PactKit.Plugins.Protocol;

namespace PactKit.CsvPlugin;

/// <summary>
/// Compares two CSV bodies. Columns are found by header where there is one, so their order is free. One expected row stands for every
/// actual row; several are compared one by one.
/// </summary>
internal sealed class CsvComparer(CsvTable expected, CsvTable actual, CompareContentsRequest request)
{
    private readonly List<ContentMismatch> _found = [];

    public IReadOnlyList<ContentMismatch> Compare()
    {
        var places = expected.Columns.Select(column => (Column: column, Index: actual.Columns.ToList().IndexOf(column))).ToList();
        foreach (var (index, (column, _)) in places.Index().Where(place => place.Item.Index < 0))
            Add(column, expected.Names[index], null, $"Expected the column '{expected.Names[index]}' but it was missing");
        if (!request.AllowUnexpectedKeys)
        {
            foreach (var (index, column) in actual.Columns.Index().Where(column => !expected.Columns.Contains(column.Item)))
                Add(column, null, actual.Names[index], $"The column '{actual.Names[index]}' was not expected");
        }

        CompareRows([.. places.Select(place => place.Index)]);
        return _found;
    }

    private void CompareRows(int[] places)
    {
        if (expected.Rows.Count == 0) return;
        if (actual.Rows.Count == 0) Add("$", null, null, "Expected at least one row but there were none");
        if (expected.Rows.Count > 1 && expected.Rows.Count != actual.Rows.Count)
            Add("$", $"{expected.Rows.Count} rows", $"{actual.Rows.Count} rows", $"Expected {expected.Rows.Count} rows but there were {actual.Rows.Count}");
        foreach (var (number, row) in actual.Rows.Index())
            CompareRow(number + 1, expected.Rows[Math.Min(number, expected.Rows.Count - 1)], row, places);
    }

    private void CompareRow(int number, IReadOnlyList<string> expectedRow, IReadOnlyList<string> row, int[] places)
    {
        if (row.Count != actual.Columns.Count)
            Add("$", null, null, $"Row {number} has {row.Count} values, the first row of the body has {actual.Columns.Count}");
        foreach (var (index, column) in expected.Columns.Index())
        {
            if (places[index] < 0 || places[index] >= row.Count || index >= expectedRow.Count) continue;
            var value = row[places[index]];
            request.Rules.TryGetValue(column, out var rules);
            foreach (var mismatch in ValueComparer.Compare(expectedRow[index], value, rules))
                Add(column, expectedRow[index], value, $"Row {number}, column '{expected.Names[index]}': {mismatch}");
        }
    }

    private void Add(string path, string? expectedValue, string? actualValue, string mismatch)
    {
        var one = new ContentMismatch { Path = path, Mismatch = mismatch };
        if (expectedValue is not null) one.Expected = ByteString.CopyFromUtf8(expectedValue);
        if (actualValue is not null) one.Actual = ByteString.CopyFromUtf8(actualValue);
        _found.Add(one);
    }
}
