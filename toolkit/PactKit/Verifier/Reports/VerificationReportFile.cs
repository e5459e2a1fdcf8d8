namespace PactKit.Verifier.Reports;

/// <summary>Writes a verification report into a file; the ending of its name says in which form.</summary>
public static class VerificationReportFile
{
    private static readonly (string Ending, Func<VerificationReport, byte[]> Write)[] Forms =
    [
        (".json", JsonReport.Write),
        (".xml", JunitReport.Write),
        (".html", HtmlReport.Write),
        (".htm", HtmlReport.Write),
    ];

    /// <summary>Whether a report can be written to a file of this name: ".json" (as other verifiers write it), ".xml" (JUnit) or ".html".</summary>
    /// <returns>Why it cannot, as a sentence, or null.</returns>
    public static string? Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FormOf(path) is null ? $"'{path}' does not say which kind of report to write: let it end in .json, .xml (JUnit) or .html." : null;
    }

    /// <summary>Writes the report: all of it or nothing. Folders that are missing are made; a file that is there is replaced.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; a relative path starts at the current directory.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>Why it could not be written, as a sentence, or null.</returns>
    public static async Task<string?> WriteAsync(VerificationReport report, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (Check(path) is { } unclear) return unclear;
        var content = FormOf(path)!(report);
        var full = Path.GetFullPath(path);
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            File.Move(temporary, full, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            return $"The report could not be written to {path}: {fault.Message}";
        }
    }

    private static Func<VerificationReport, byte[]>? FormOf(string path) =>
        Array.Find(Forms, form => path.EndsWith(form.Ending, StringComparison.OrdinalIgnoreCase)).Write;
}
