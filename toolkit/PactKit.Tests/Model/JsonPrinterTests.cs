using System.Text;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Tests.Model;

public class JsonPrinterTests
{
    [Theory]
    [InlineData("""{"b":1,"a":1,"b":2}""", "{\n  \"a\": 1,\n  \"b\": 2\n}\n")]
    [InlineData("""{"b":1,"b":2,"b":3,"a":[]}""", "{\n  \"a\": [],\n  \"b\": 3\n}\n")]
    public void Of_a_name_that_comes_twice_the_last_value_is_printed(string json, string printed)
    {
        Assert.Equal(printed, Encoding.UTF8.GetString(JsonPrinter.Pretty(JsonElement.Parse(json))));
        Assert.Equal(JsonElement.Parse(printed).GetRawText(), Sorted(JsonPrinter.CompactBytes(JsonElement.Parse(json))));
    }

    [Fact]
    public void Many_names_that_come_twice_are_no_more_work_than_others()
    {
        var json = JsonElement.Parse($"{{{string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"n{i % 2}\":{i}"))}}}");
        Assert.Equal("{\n  \"n0\": 199998,\n  \"n1\": 199999\n}\n", Encoding.UTF8.GetString(JsonPrinter.Pretty(json)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("a\"b\\c")]
    [InlineData("\u0000\u001f\u007f\u0080")]
    [InlineData("é")]
    [InlineData("aé\"é\\")]
    [InlineData("\n\r\t\b\f/")]
    [InlineData("日本語 😀 \u2028")]
    [InlineData("ends with é")]
    public void A_text_reads_back_as_it_was_with_only_the_necessary_escapes(string text)
    {
        var printed = Encoding.UTF8.GetString(JsonPrinter.CompactBytes(text));
        Assert.Equal(text, JsonElement.Parse(printed).GetString());
        Assert.Equal(text.Count(c => c is < ' ' or '"' or '\\'), printed.Count(c => c == '\\') - text.Count(c => c == '\\'));
    }

    [Fact]
    public void Numbers_are_spelled_as_JSON_wants_them() =>
        Assert.Equal("[1,-2,2.50,1E+300,0.1,-0]", Encoding.UTF8.GetString(JsonPrinter.CompactBytes(new object?[] { 1, -2L, 2.50m, 1e300, 0.1f, -0.0 })));

    private static string Sorted(byte[] compact) => Encoding.UTF8.GetString(JsonPrinter.Pretty(JsonElement.Parse(compact))).TrimEnd();
}
