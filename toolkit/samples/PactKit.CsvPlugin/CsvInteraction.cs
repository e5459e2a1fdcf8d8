using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PactKit.Plugins.Authoring;
using PactKit.Plugins.Protocol;

namespace PactKit.CsvPlugin;

/// <summary>Makes the body of an interaction, with its rules and generators, from what a consumer test says.</summary>
internal static class CsvInteraction
{
    private const string HeadersMember = "csvHeaders";

    /// <exception cref="FormatException">The test says something that has no meaning here.</exception>
    public static InteractionResponse Configure(string contentType, Struct config)
    {
        var columns = CsvColumns.Read(config);
        var response = new InteractionResponse
        {
            PluginConfiguration = new PluginConfiguration
            {
                InteractionConfiguration = new Struct { Fields = { [HeadersMember] = Value.ForBool(columns.Headers) } },
            },
            InteractionMarkup = Markup(columns),
        };
        var row = new List<string>();
        foreach (var (index, (name, expression)) in columns.Columns.Index())
        {
            var value = Parse(name, expression);
            row.Add(value.Example);
            if (value.Rules.Rule.Count > 0) response.Rules[columns.PathOf(index)] = value.Rules;
            if (value.Generator is not null) response.Generators[columns.PathOf(index)] = value.Generator;
        }

        IReadOnlyList<IReadOnlyList<string>> rows = columns.Headers ? [[.. columns.Columns.Select(column => column.Name)], row] : [row];
        response.Contents = new Body
        {
            ContentType = contentType,
            Content = ByteString.CopyFromUtf8(CsvText.Write(rows)),
            ContentTypeHint = Body.Types.ContentTypeHint.Text,
        };
        return response;
    }

    /// <summary>
    /// Whether there is a header row: what <see cref="Configure"/> kept in the pact file, else, for drivers that do not send it along,
    /// whether rules or generators name columns.
    /// </summary>
    public static bool HasHeaders(PluginConfiguration? configuration, IEnumerable<string> paths) =>
        configuration?.InteractionConfiguration is { } kept && kept.Fields.TryGetValue(HeadersMember, out var headers)
            ? headers.BoolValue
            : !paths.Any(path => path is ['$', '[', >= '0' and <= '9', ..]);

    private static ValueExpression Parse(string column, string expression)
    {
        try
        {
            return ValueExpression.Parse(expression);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"column \"{column}\": {fault.Message}", fault);
        }
    }

    private static string Markup(CsvColumns columns)
    {
        var table = new StringBuilder("| column | expected |\n|---|---|\n");
        foreach (var (name, expression) in columns.Columns)
            table.Append("| ").Append(Escape(name)).Append(" | `").Append(Escape(expression)).Append("` |\n");
        return table.ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
