using Google.Protobuf.WellKnownTypes;
using PactKit.CsvPlugin;

namespace PactKit.Plugins.Tests.Samples;

public sealed class CsvColumnsTests
{
    [Theory]
    [InlineData("""{"column:Name":"Fred","column:Age":7}""", true, "Name=Fred Age=7")]
    [InlineData("""{"columns":{"Name":"Fred","Member":true}}""", true, "Name=Fred Member=true")]
    [InlineData("""{"column:2":"b","column:1":"a"}""", false, "1=a 2=b")]
    [InlineData("""{"columns":["a","b"]}""", false, "1=a 2=b")]
    [InlineData("""{"csvHeaders":true,"column:2024":"a"}""", true, "2024=a")]
    [InlineData("""{"csvHeaders":"false","column:1":"a"}""", false, "1=a")]
    [InlineData("""{"pact:content-type":"text/csv","column:1":1.5}""", false, "1=1.5")]
    public void Columns_are_said_by_header_or_by_number(string config, bool headers, string expected)
    {
        var columns = CsvColumns.Read(Struct.Parser.ParseJson(config));

        Assert.Equal(headers, columns.Headers);
        Assert.Equal(expected, string.Join(' ', columns.Columns.Select(column => $"{column.Name}={column.Expression}")));
    }

    [Theory]
    [InlineData("{}", "there are no columns: add members such as \"column:Name\": \"matching(type, 'Fred')\"")]
    [InlineData("""{"column:1":"a","column:3":"c"}""", "without a header row columns are numbered 1, 2, 3 …; \"column:2\" is missing")]
    [InlineData("""{"csvHeaders":false,"column:Name":"a"}""", "without a header row columns are numbered; \"column:Name\" is no number")]
    [InlineData("""{"csvHeaders":1,"column:Name":"a"}""", "\"csvHeaders\" is neither true nor false")]
    [InlineData("""{"columns":"a"}""", "\"columns\" is neither an object nor an array")]
    [InlineData("""{"columns":{"a":[]}}""", "\"a\" is neither a text nor a number: expected an example or a matching-rule expression")]
    public void What_has_no_meaning_is_refused_with_the_reason(string config, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => CsvColumns.Read(Struct.Parser.ParseJson(config))).Message);
}
