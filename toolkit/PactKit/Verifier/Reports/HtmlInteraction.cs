using System.Globalization;
using System.Text.Json;
using PactKit.Matching;
using PactKit.Model;
using PactKit.Reporting;

namespace PactKit.Verifier.Reports;

/// <summary>One interaction on the page: a line that opens to what was expected, what came, and where they differ.</summary>
internal static class HtmlInteraction
{
    public static void Write(HtmlPage page, InteractionReport report, int number)
    {
        var interaction = report.Interaction;
        var (tone, verdict) = report switch
        {
            { Passed: true } => ("good", "Passed"),
            { Pending: true } => ("warn", "Pending"),
            _ => ("bad", "Failed"),
        };
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<details class=\"interaction {tone}\" id=\"i{number}\"{(report.Passed ? "" : " open")}>\n<summary>"))
            .Raw($"<span class=\"badge {tone}\">{verdict}</span><span class=\"what\"><b>").Text(interaction.Description).Raw("</b>");
        if (interaction.ProviderStates.Count > 0)
            page.Raw("<span class=\"given\">given ").Text(string.Join(" and ", interaction.ProviderStates.Select(state => state.Name))).Raw("</span>");
        page.Raw("</span><span class=\"took\">").Text(HtmlPage.Duration(report.Duration)).Raw("</span></summary>\n<div class=\"inside\">\n");
        if (report.Error is not null) page.Raw("<p class=\"error\">").Text(report.Error).Raw("</p>\n");
        WriteMismatches(page, report);
        foreach (var warning in report.Warnings) page.Raw("<p class=\"warning\">").Text(warning).Raw("</p>\n");
        WriteNotes(page, interaction);
        WriteParts(page, report);
        page.Raw("</div>\n</details>\n");
    }

    private static void WriteMismatches(HtmlPage page, InteractionReport report)
    {
        if (report.Mismatches.Count == 0) return;
        page.Raw("<ul class=\"mismatches\">");
        foreach (var mismatch in report.Mismatches)
        {
            page.Raw("<li><code>").Text(PlaceOf(mismatch)).Raw("</code> ").Text(mismatch.Description);
            if (mismatch.Rule is not null) page.Raw(" <span class=\"tag\">").Text(mismatch.Rule).Raw(" rule</span>");
            page.Raw("</li>");
        }

        page.Raw("</ul>\n");
        var diff = DiffOf(report);
        if (diff.Count == 0) return;
        page.Raw("<figure class=\"code diff\"><figcaption>Body: <del>expected</del> and <ins>received</ins></figcaption><pre>");
        foreach (var line in diff)
        {
            var mark = line[0] switch { '-' => "del", '+' => "ins", _ => "span" };
            page.Raw($"<{mark}>").Text(line).Raw($"</{mark}>\n");
        }

        page.Raw("</pre></figure>\n");
    }

    private static string PlaceOf(Mismatch mismatch) => mismatch switch
    {
        MethodMismatch => "method",
        PathMismatch => "path",
        StatusMismatch => "status",
        QueryMismatch query => $"query {query.Parameter}",
        HeaderMismatch header => $"header {header.Key}",
        MetadataMismatch metadata => $"metadata {metadata.Key}",
        BodyMismatch body => $"body {body.Path}",
        ResponseCountMismatch => "responses",
        _ => "body",
    };

    private static IReadOnlyList<string> DiffOf(InteractionReport report) => report switch
    {
        { Interaction: HttpInteraction { Response: var wanted }, Response: { } came } =>
            BodyDiff.Lines(wanted.Body, wanted.ContentType(), came.Body, came.ContentType(), report.Mismatches),
        { Interaction: AsynchronousMessage { Contents: var wanted }, Message: { } came } => Lines(wanted, came, report),
        { Interaction: SynchronousMessage { Response: [var wanted] }, Message: { } came } => Lines(wanted, came, report),
        _ => [],
    };

    private static IReadOnlyList<string> Lines(MessageContents wanted, MessageContents came, InteractionReport report) =>
        BodyDiff.Lines(wanted.Contents, wanted.ContentType(), came.Contents, came.ContentType(), report.Mismatches);

    private static void WriteNotes(HtmlPage page, Interaction interaction)
    {
        var notes = new List<(string Name, string Text)>();
        foreach (var state in interaction.ProviderStates.Where(state => state.Params.Count > 0))
            notes.Add(($"State {state.Name}", string.Join(", ", state.Params.Select(parameter => $"{parameter.Key} = {parameter.Value}"))));
        if (interaction.Key is not null) notes.Add(("Key", interaction.Key));
        foreach (var (name, comment) in interaction.Comments)
        {
            var lines = comment.ValueKind == JsonValueKind.Array ? comment.EnumerateArray().Select(line => line.ToString()) : [comment.ToString()];
            notes.Add((name switch { "text" => "Comment", "testname" => "Test", _ => name }, string.Join("\n", lines)));
        }

        if (notes.Count == 0) return;
        page.Raw("<dl class=\"notes\">");
        foreach (var (name, text) in notes) page.Raw("<dt>").Text(name).Raw("</dt><dd>").Text(text).Raw("</dd>");
        page.Raw("</dl>\n");
    }

    private static void WriteParts(HtmlPage page, InteractionReport report)
    {
        page.Raw("<div class=\"parts\">\n");
        switch (report.Interaction)
        {
            case HttpInteraction http:
                page.Raw("<div>").Block("Request", PartText.Of(http.Request)).Block("Rules for the response", PartText.Of(http.Response.MatchingRules)).Raw("</div>\n");
                page.Block("Expected response", PartText.Of(http.Response));
                if (report is { Passed: false, Response: { } response }) page.Block("Received response", PartText.Of(response), "received");
                break;
            case AsynchronousMessage message:
                page.Block("Expected message", PartText.Of(message.Contents));
                if (report is { Passed: false, Message: { } made }) page.Block("Received message", PartText.Of(made), "received");
                page.Block("Rules for the message", PartText.Of(message.Contents.MatchingRules));
                break;
            case SynchronousMessage question:
                page.Block("Request message", PartText.Of(question.Request));
                foreach (var answer in question.Response) page.Block("Expected response", PartText.Of(answer));
                if (report is { Passed: false, Message: { } only }) page.Block("Received response", PartText.Of(only), "received");
                break;
        }

        page.Raw("</div>\n");
    }
}
