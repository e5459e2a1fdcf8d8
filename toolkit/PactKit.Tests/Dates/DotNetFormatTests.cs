using PactKit.Dates;

namespace PactKit.Tests.Dates;

public sealed class DotNetFormatTests
{
    [Theory]
    [InlineData("yyyy-MM-dd", "yyyy-MM-dd")]
    [InlineData("yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss")]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.fffK", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX")]
    [InlineData("dddd, d. MMMM yyyy", "EEEE, d. MMMM yyyy")]
    [InlineData("ddd h:mm tt zzz", "EEE h:mm a xxx")]
    [InlineData("HH'h'mm\"m\"", "HH'h'mm'm'")]
    [InlineData("HH\\hmm", "HH'h'mm")]
    [InlineData("%d", "d")]
    [InlineData("yy zz g", "yy x G")]
    [InlineData("'it''s'", "'its'")]
    [InlineData("\"it's\" d", "'it''s' d")]
    [InlineData("O", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSXXX")]
    [InlineData("s", "yyyy-MM-dd'T'HH:mm:ss")]
    [InlineData("u", "yyyy-MM-dd HH:mm:ss'Z'")]
    [InlineData("R", "EEE, dd MMM yyyy HH:mm:ss 'GMT'")]
    public void A_format_becomes_the_pattern_of_the_same_meaning(string format, string pattern)
    {
        Assert.Equal(pattern, DotNetFormat.ToJava(format, out var error));
        Assert.Null(error);
        DatePatternParser.Parse(pattern, out var fault);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("d", "use O, s, u or R")]
    [InlineData("HH:mm:ss.FFF", "use fff")]
    [InlineData("y-M-d", "use yyyy or yy")]
    [InlineData("HH:mm z", "use zz or zzz")]
    [InlineData("h:mm t", "use tt")]
    [InlineData("HH 'o", "a quote that is not closed")]
    [InlineData("HH\\", "ends with a backslash")]
    public void What_no_pattern_can_say_is_refused_with_what_to_write(string format, string expected)
    {
        Assert.Null(DotNetFormat.ToJava(format, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
