using Gherkin.Ast;

namespace PactKit.Tests.Compatibility;

/// <summary>The table under a step. The first row names the columns.</summary>
public sealed class StepTable(DataTable table)
{
    /// <summary>Every row as it stands, the first included: for tables that have their names in the first column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells { get; } = [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c.Value)])];

    /// <summary>The rows below the first, by the names in it. An empty cell is left out.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; } = Named(table);

    private static List<IReadOnlyDictionary<string, string>> Named(DataTable table)
    {
        var names = table.Rows.First().Cells.Select(c => c.Value).ToList();
        return
        [
            .. table.Rows.Skip(1).Select(row => row.Cells.Select((cell, i) => (Name: names[i], cell.Value))
                .Where(c => c.Value.Length > 0).ToDictionary(c => c.Name, c => c.Value)),
        ];
    }
}
