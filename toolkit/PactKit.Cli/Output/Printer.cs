using System.Text;
using PactKit.Brokers;
using Spectre.Console;

namespace PactKit.Cli.Output;

/// <summary>Prints tables, notices and raw JSON. Colours and lines only on a terminal; plain ASCII anywhere else.</summary>
internal static class Printer
{
    public static void Json(this CliHost host, HalDocument document) =>
        host.Out.WriteLine(document.Bytes.IsEmpty ? "{}" : Encoding.UTF8.GetString(document.Bytes.Span));

    /// <summary>JSON of several answers: one is printed as it is, more as an array.</summary>
    public static void Json(this CliHost host, IReadOnlyList<HalDocument> documents)
    {
        if (documents.Count == 1) host.Json(documents[0]);
        else host.Out.WriteLine("[" + string.Join(",", documents.Select(document => Encoding.UTF8.GetString(document.Bytes.Span))) + "]");
    }

    public static void Table(this CliHost host, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var console = Console(host);
        var table = new Table { Border = host.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(Printable(cell))));
        console.Write(table);
    }

    /// <summary>One name and value per line, for describing a single thing.</summary>
    public static void Facts(this CliHost host, params (string Name, string? Value)[] facts)
    {
        var width = facts.Max(fact => fact.Name.Length) + 1;
        foreach (var (name, value) in facts)
            if (!string.IsNullOrEmpty(value)) host.Out.WriteLine($"{(name + ":").PadRight(width)} {Printable(value)}");
    }

    public static void Notices(this CliHost host, IEnumerable<BrokerNotice> notices)
    {
        foreach (var notice in notices) host.Coloured(Printable(notice.Text), ColourOf(notice.Type));
    }

    public static void Good(this CliHost host, string text) => host.Coloured(text, Color.Green);

    public static void Bad(this CliHost host, string text) => host.Coloured(text, Color.Red);

    private static void Coloured(this CliHost host, string text, Color? colour)
    {
        if (host.IsTerminal && colour is { } known) Console(host).Write(new Text(text + Environment.NewLine, new Style(known)));
        else host.Out.WriteLine(text);
    }

    private static Color? ColourOf(string type) => type switch
    {
        "success" => Color.Green,
        "warning" or "prompt" => Color.Yellow,
        "error" or "danger" => Color.Red,
        _ => null,
    };

    // What a broker sends is data: it must not move the cursor or colour the terminal.
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')) : text;

    private static IAnsiConsole Console(CliHost host)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Out),
            Ansi = host.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = host.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        // A table in a log or a pipe must not be folded at a width nobody chose.
        if (!host.IsTerminal) console.Profile.Width = 4096;
        return console;
    }
}
