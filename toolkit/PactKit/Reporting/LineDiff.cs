namespace PactKit.Reporting;

/// <summary>Compares two texts line by line, by their longest common subsequence.</summary>
internal static class LineDiff
{
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffLine> Of(string expected, string actual)
    {
        var (left, right) = (expected.ReplaceLineEndings("\n").Split('\n'), actual.ReplaceLineEndings("\n").Split('\n'));
        // Where a table would get too large, everything counts as different.
        if ((long)left.Length * right.Length > MostCells) return [.. left.Select(l => new DiffLine('-', l)), .. right.Select(r => new DiffLine('+', r))];
        var common = Table(left, right);
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add(new DiffLine(' ', left[i++]));
                j++;
            }
            else if (i < left.Length && (j == right.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new DiffLine('-', left[i++]));
            }
            else
            {
                lines.Add(new DiffLine('+', right[j++]));
            }
        }

        return lines;
    }

    private static int[,] Table(string[] left, string[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
            for (var j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
