using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace PactKit.CsvPlugin;

/// <summary>
/// What a consumer test says about a CSV body. Members "column:NAME" hold an example or a matching-rule expression each; instead of them,
/// "columns" may hold an object (by header) or an array (by position). "csvHeaders": whether the body begins with a header row; true
/// unless the columns are numbers.
/// </summary>
/// <param name="Headers">The body begins with a header row.</param>
/// <param name="Columns">Header or number of each column, with what is expected in it.</param>
internal sealed record CsvColumns(bool Headers, IReadOnlyList<(string Name, string Expression)> Columns)
{
    private const string Prefix = "column:";

    /// <exception cref="FormatException">The test says something that has no meaning here.</exception>
    public static CsvColumns Read(Struct config)
    {
        var columns = Named(config).ToList();
        if (columns.Count == 0)
            throw new FormatException("there are no columns: add members such as \"column:Name\": \"matching(type, 'Fred')\"");
        var numbered = columns.TrueForAll(column => IsNumber(column.Name));
        var headers = config.Fields.TryGetValue("csvHeaders", out var told) ? AsBool(told) : !numbered;
        if (headers) return new CsvColumns(true, columns);
        columns.Sort((left, right) => Number(left.Name).CompareTo(Number(right.Name)));
        for (var i = 0; i < columns.Count; i++)
        {
            if (Number(columns[i].Name) != i + 1)
                throw new FormatException($"without a header row columns are numbered 1, 2, 3 …; \"column:{i + 1}\" is missing");
        }

        return new CsvColumns(false, columns);
    }

    public string PathOf(int index) => Headers ? CsvTable.PathOf(Columns[index].Name) : $"$[{index}]";

    private static IEnumerable<(string Name, string Expression)> Named(Struct config)
    {
        foreach (var (name, value) in config.Fields)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal)) yield return (name[Prefix.Length..], AsText(name, value));
            if (name != "columns") continue;
            if (value.KindCase == Value.KindOneofCase.StructValue)
                foreach (var (header, inner) in value.StructValue.Fields) yield return (header, AsText(header, inner));
            else if (value.KindCase == Value.KindOneofCase.ListValue)
                foreach (var (index, inner) in value.ListValue.Values.Index()) yield return ($"{index + 1}", AsText($"columns[{index}]", inner));
            else
                throw new FormatException("\"columns\" is neither an object nor an array");
        }
    }

    private static bool IsNumber(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Number(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"without a header row columns are numbered; \"column:{name}\" is no number");

    private static string AsText(string name, Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue.ToString("R", CultureInfo.InvariantCulture),
        Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        _ => throw new FormatException($"\"{name}\" is neither a text nor a number: expected an example or a matching-rule expression"),
    };

    private static bool AsBool(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.StringValue when bool.TryParse(value.StringValue, out var parsed) => parsed,
        _ => throw new FormatException("\"csvHeaders\" is neither true nor false"),
    };
}
