using PactKit.CsvPlugin;

namespace PactKit.Plugins.Tests.Samples;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b/1|2")]
    [InlineData("a,b\r\n1,2", "a|b/1|2")]
    [InlineData("\"a,1\",\"say \"\"hi\"\"\"\n", "a,1|say \"hi\"")]
    [InlineData("\"two\nlines\",x\n", "two\nlines|x")]
    [InlineData("a,\n,b\n", "a|/|b")]
    [InlineData("\n\na\n\n", "a")]
    [InlineData("\uFEFFa\n", "a")]
    [InlineData("\"\",b\n", "|b")]
    [InlineData("", "")]
    public void Rows_and_values_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', CsvText.Parse(text).Select(row => string.Join('|', row))));

    [Theory]
    [InlineData("a\n\"b", "line 2: a quote is opened and never closed")]
    [InlineData("a\n\"b\nc\"d\n", "line 3: there is text after a closed quote")]
    public void What_is_not_CSV_is_refused_with_its_line(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => CsvText.Parse(text)).Message);

    [Fact]
    public void What_is_written_is_read_back()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [["a", "b,c", ""], ["say \"hi\"", "two\nlines", " x "]];

        Assert.Equal(rows, CsvText.Parse(CsvText.Write(rows)));
    }
}
