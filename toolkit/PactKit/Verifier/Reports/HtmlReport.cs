using System.Globalization;
using System.Text;

namespace PactKit.Verifier.Reports;

/// <summary>The report as one page that needs nothing else: no scripts, no network, styles inside, light and dark.</summary>
internal static class HtmlReport
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var css = typeof(HtmlReport).Assembly.GetManifestResourceStream("PactKit.Verifier.Reports.report.css")!;
        using var reader = new StreamReader(css);
        return reader.ReadToEnd();
    });

    public static byte[] Write(VerificationReport report)
    {
        var counts = Counts.Of(report);
        var (tone, verdict) = report.Success ? ("good", "keeps its pacts") : ("bad", "does not keep its pacts");
        var page = new HtmlPage();
        page.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Raw("<title>").Text($"{report.Provider} {verdict}").Raw("</title>\n<style>\n").Raw(Style.Value).Raw("</style>\n</head>\n<body>\n");
        page.Raw($"<header class=\"{tone}\">\n<p class=\"kicker\">Provider verification</p>\n<h1>").Text(report.Provider).Raw(" <span>").Text(verdict).Raw("</span></h1>\n");
        WriteCounts(page, counts);
        page.Raw("</header>\n");
        WriteFilter(page, counts);
        page.Raw("<main>\n");
        WriteMessages(page, "bad", "What could not be verified", report.Errors);
        WriteMessages(page, "warn", "Warnings", report.Warnings);
        WriteFailures(page, report);
        var number = 0;
        foreach (var pact in report.Pacts) WritePact(page, pact, ref number);
        if (report.Pacts.Count == 0) page.Raw("<p class=\"none\">There was no pact to verify.</p>\n");
        return Encoding.UTF8.GetBytes(page.Raw("</main>\n<footer>Verified with PactKit</footer>\n</body>\n</html>\n").ToString());
    }

    private static void WriteCounts(HtmlPage page, Counts counts)
    {
        if (counts.All > 0)
        {
            page.Raw("<div class=\"bar\" aria-hidden=\"true\">");
            foreach (var (name, count) in (ReadOnlySpan<(string, int)>)[("good", counts.Passed), ("bad", counts.Failed), ("warn", counts.Pending)])
                if (count > 0) page.Raw(string.Create(CultureInfo.InvariantCulture, $"<i class=\"{name}\" style=\"flex:{count}\"></i>"));
            page.Raw("</div>\n");
        }

        page.Raw("<dl class=\"counts\">");
        foreach (var (name, value, tone) in new[]
        {
            ("Interactions", Number(counts.All), ""), ("Passed", Number(counts.Passed), "good"), ("Failed", Number(counts.Failed), counts.Failed > 0 ? "bad" : ""),
            ("Pending failures", Number(counts.Pending), counts.Pending > 0 ? "warn" : ""), ("Took", HtmlPage.Duration(counts.Took), ""),
        }) page.Raw($"<div class=\"{tone}\"><dt>{name}</dt><dd>{value}</dd></div>");
        page.Raw("</dl>\n");
    }

    // Radio buttons and a style do what a script would.
    private static void WriteFilter(HtmlPage page, Counts counts)
    {
        if (counts.Failed + counts.Pending == 0 || counts.Passed == 0) return;
        page.Raw("<fieldset class=\"filter\"><legend>Show</legend>")
            .Raw("<label><input type=\"radio\" name=\"show\" id=\"show-all\" checked> All</label>")
            .Raw("<label><input type=\"radio\" name=\"show\" id=\"show-failed\"> Only what failed</label></fieldset>\n");
    }

    private static void WriteMessages(HtmlPage page, string tone, string title, IReadOnlyList<string> messages)
    {
        if (messages.Count == 0) return;
        page.Raw($"<section class=\"box {tone}\"><h2>{title}</h2><ul>");
        foreach (var message in messages) page.Raw("<li>").Text(message).Raw("</li>");
        page.Raw("</ul></section>\n");
    }

    private static void WriteFailures(HtmlPage page, VerificationReport report)
    {
        var numbered = report.Pacts.SelectMany(pact => pact.Interactions).Select((interaction, index) => (Interaction: interaction, Number: index + 1)).ToList();
        var failures = numbered.Where(item => item.Interaction.FailsTheRun).ToList();
        if (failures.Count == 0 || numbered.Count < 5) return;
        page.Raw("<nav class=\"box bad\" aria-label=\"Failures\"><h2>Failures</h2><ul>");
        foreach (var (interaction, number) in failures)
            page.Raw(string.Create(CultureInfo.InvariantCulture, $"<li><a href=\"#i{number}\">")).Text(InteractionText.Title(interaction.Interaction)).Raw("</a></li>");
        page.Raw("</ul></nav>\n");
    }

    private static void WritePact(HtmlPage page, PactReport pact, ref int number)
    {
        page.Raw($"<section class=\"pact{(pact.Passed ? " passed" : "")}\">\n<h2>").Text(pact.Pact.Consumer).Raw(" <span class=\"to\">→</span> ").Text(pact.Pact.Provider);
        if (pact.Pending) page.Raw(" <span class=\"tag warn\">pending</span>");
        if (pact.Published) page.Raw(" <span class=\"tag\">results published</span>");
        page.Raw("</h2>\n<p class=\"source\">").Text($"{pact.Pact.Specification} · {pact.Source}").Raw("</p>\n");
        foreach (var notice in pact.NoticesBefore.Concat(pact.NoticesAfter)) page.Raw("<p class=\"notice\">").Text(notice).Raw("</p>\n");
        foreach (var interaction in pact.Interactions) HtmlInteraction.Write(page, interaction, ++number);
        if (pact.Interactions.Count == 0) page.Raw("<p class=\"none\">No interaction was verified.</p>\n");
        page.Raw("</section>\n");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Counts(int All, int Passed, int Failed, int Pending, TimeSpan Took)
    {
        public static Counts Of(VerificationReport report)
        {
            var all = report.Pacts.SelectMany(pact => pact.Interactions).ToList();
            var (passed, failed) = (all.Count(interaction => interaction.Passed), all.Count(interaction => interaction.FailsTheRun));
            return new Counts(all.Count, passed, failed, all.Count - passed - failed, TimeSpan.FromTicks(all.Sum(interaction => interaction.Duration.Ticks)));
        }
    }
}
