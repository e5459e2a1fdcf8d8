using System.Globalization;
using PactKit.Brokers;
using PactKit.Cli.Output;

namespace PactKit.Cli.Matrix;

/// <summary>The matrix for people: rows, where the results are, and why the answer is what it is.</summary>
internal static class MatrixPrinter
{
    private static readonly string[] Columns = ["CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?", "RESULT#"];

    public static void Print(CliHost host, MatrixAnswer answer)
    {
        var results = answer.Rows.Select(row => row.ResultUrl).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (answer.Rows.Count > 0)
        {
            host.Table(Columns, answer.Rows.Select(row => Cells(row, results)));
            host.Out.WriteLine();
        }

        if (results.Count > 0)
        {
            host.Out.WriteLine("VERIFICATION RESULTS");
            for (var index = 0; index < results.Count; index++)
                host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {results[index]}"));
            host.Out.WriteLine();
        }

        if (answer.Notices.Count > 0) host.Notices(answer.Notices);
        else if (answer.Reason.Length > 0) host.Out.WriteLine(answer.Reason);
        host.Out.WriteLine();
        // The words scripts have looked for since the first client.
        if (answer.Deployable == true) host.Good("Computer says yes \\o/");
        else host.Bad("Computer says no");
    }

    private static string[] Cells(MatrixRow row, List<string> results) =>
    [
        row.Consumer, row.ConsumerVersion ?? "", row.Provider, row.ProviderVersion ?? "???",
        (row.Success switch { true => "true", false => "false", null => "???" }) + (row.Ignored ? " [ignored]" : ""),
        row.ResultUrl is null ? "" : (results.IndexOf(row.ResultUrl) + 1).ToString(CultureInfo.InvariantCulture),
    ];
}
