using CsCheck;
using PactKit.Dates;

namespace PactKit.Tests.Dates;

public sealed class DatePatternTests
{
    [Theory]
    [InlineData("yyyy-MM-dd", "2024-02-29", true)]
    [InlineData("yyyy-MM-dd", "2023-02-29", false)]
    [InlineData("yyyy-MM-dd", "1900-02-29", false)]
    [InlineData("yyyy-MM-dd", "2000-02-29", true)]
    [InlineData("yyyy-MM-dd", "2024-04-31", false)]
    [InlineData("yyyy-MM-dd", "24-2-9", true)]
    [InlineData("yyyy-MM-dd", "2024-13-01", false)]
    [InlineData("yyyy-MM-dd", "2024-00-01", false)]
    [InlineData("yyyy-MM-dd", "2024-01-32", false)]
    [InlineData("yyyy-MM-dd", "2024-01-01 ", false)]
    [InlineData("yyyy-MM-dd", "x2024-01-01", false)]
    [InlineData("yyyy-MM-dd", "20240-01-01", false)]
    [InlineData("yyyy-MM-dd", "", false)]
    [InlineData("yyyyMMdd", "20240229", true)]
    [InlineData("MM-dd", "02-29", true)]
    [InlineData("MM-dd", "02-30", false)]
    [InlineData("yy", "24", true)]
    [InlineData("yy", "2024", false)]
    [InlineData("y", "2024", true)]
    [InlineData("D", "366", true)]
    [InlineData("D", "367", false)]
    [InlineData("G yyyy", "ad 2024", true)]
    [InlineData("d MMM yyyy", "5 feb 2024", true)]
    [InlineData("d MMM yyyy", "30 feb 2024", false)]
    [InlineData("d MMM yyyy", "5 February 2024", false)]
    [InlineData("d MMMM yyyy", "5 February 2024", true)]
    [InlineData("E", "Mon", true)]
    [InlineData("EEE, d", "tue, 4", true)]
    [InlineData("EEEE", "Tuesday", true)]
    [InlineData("EEEE", "Tue", false)]
    [InlineData("e", "7", true)]
    [InlineData("e", "8", false)]
    [InlineData("ccc", "Fri", true)]
    [InlineData("Q", "4", true)]
    [InlineData("Q", "5", false)]
    [InlineData("QQQ", "Q3", true)]
    [InlineData("QQQQ", "2nd quarter", true)]
    [InlineData("w", "53", true)]
    [InlineData("HH:mm:ss", "23:59:60", true)]
    [InlineData("HH:mm:ss", "23:59:61", false)]
    [InlineData("HH:mm:ss", "24:00:00", false)]
    [InlineData("HH:mm:ss", "9:5:1", true)]
    [InlineData("kk:mm", "24:00", true)]
    [InlineData("kk:mm", "0:00", false)]
    [InlineData("hh:mm a", "12:30 pm", true)]
    [InlineData("hh:mm a", "0:30 PM", false)]
    [InlineData("K a", "0 AM", true)]
    [InlineData("ss.SSS", "01.1", true)]
    [InlineData("ss.SSS", "01.123", true)]
    [InlineData("ss.SSS", "01.1234", false)]
    [InlineData("n", "123456789", true)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12Z", true)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12+12:00", true)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12+18:00", true)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12+18:30", false)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12+19:00", false)]
    [InlineData("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-01-31T10:11:12+1000", false)]
    [InlineData("X", "+10", true)]
    [InlineData("X", "+1030", true)]
    [InlineData("XX", "-1030", true)]
    [InlineData("XX", "+10", false)]
    [InlineData("XXXX", "+103015", true)]
    [InlineData("XXXXX", "+10:30:15", true)]
    [InlineData("XXXXX", "+10:30", true)]
    [InlineData("xxx", "Z", false)]
    [InlineData("xxx", "+00:00", true)]
    [InlineData("Z", "Z", false)]
    [InlineData("Z", "+0000", true)]
    [InlineData("ZZZZ", "GMT+10:00", true)]
    [InlineData("KK", "12", false)]
    [InlineData("KK", "11", true)]
    [InlineData("KK", "0", true)]
    [InlineData("ZZZZ", "GMT", true)]
    [InlineData("ZZZZ", "GMT+", false)]
    [InlineData("ZZZZZ", "+10:00", true)]
    [InlineData("O", "GMT+8", true)]
    [InlineData("O", "UTC+8:30", true)]
    [InlineData("O", "GMT", true)]
    [InlineData("OOOO", "GMT+08:00", true)]
    [InlineData("z", "CEST", true)]
    [InlineData("z", "XYZ", false)]
    [InlineData("VV", "Europe/Berlin", true)]
    [InlineData("VV", "America/New_York", true)]
    [InlineData("VV", "Berlin", false)]
    [InlineData("yyyy 'o''clock' ''", "2024 o'clock '", true)]
    [InlineData("'T'", "t", false)]
    public void A_text_is_held_against_a_pattern(string pattern, string text, bool expected)
    {
        Assert.True(DatePattern.TryParse(pattern, out var parsed, out var error), error);
        Assert.Equal(expected, parsed.Matches(text));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("yyyy-MM-ddTHH", "'T' is no pattern letter; text must be quoted, at character 11")]
    [InlineData("yyyy[MM]", "'[' must be quoted, at character 5")]
    [InlineData("HH'h", "the quote is not closed, at character 3")]
    [InlineData("zzzz", "'z' may be repeated up to 3 times")]
    [InlineData("HHH", "'H' may be repeated up to 2 times, at character 1")]
    public void A_bad_pattern_says_why(string pattern, string expected)
    {
        Assert.False(DatePattern.TryParse(pattern, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2024-02-05T15:04:09.087+05:30")]
    [InlineData("yy yyy yyyyy M MMM MMMM d", "24 2024 02024 2 Feb February 5")]
    [InlineData("E EEEE e D DDD w W F Q QQQ QQQQ G", "Mon Monday 1 36 036 6 2 1 1 Q1 1st quarter AD")]
    [InlineData("H h hh K k a", "15 3 03 3 15 PM")]
    [InlineData("S SSSSSSSSS n A", "0 087000000 87000000 54249087")]
    [InlineData("X XX x Z ZZZZ ZZZZZ O OOOO", "+0530 +0530 +0530 +0530 GMT+05:30 +05:30 GMT+5:30 GMT+05:30")]
    public void A_moment_is_written_in_a_pattern(string pattern, string expected)
    {
        Assert.True(DatePattern.TryParse(pattern, out var parsed, out _));
        Assert.Equal(expected, parsed.Format(new DateTimeOffset(2024, 2, 5, 15, 4, 9, 87, TimeSpan.FromMinutes(330))));
    }

    [Fact]
    public void The_hours_around_midnight_and_noon_have_their_own_numbers()
    {
        Assert.True(DatePattern.TryParse("H h K k a X", out var parsed, out _));
        Assert.Equal("0 12 0 24 AM Z", parsed.Format(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("12 12 0 12 PM Z", parsed.Format(new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_written_in_a_pattern_matches_it()
    {
        string[] letters =
        [
            "G", "y", "yy", "yyy", "yyyy", "u", "Y", "M", "MM", "MMM", "MMMM", "L", "d", "dd", "D", "DDD", "w", "ww", "W", "F", "E", "EEEE", "e", "eee", "c",
            "Q", "QQ", "QQQ", "QQQQ", "a", "H", "HH", "k", "h", "K", "m", "mm", "s", "S", "SSS", "SSSSSSSSS", "n", "A", "N", "X", "XX", "XXX", "XXXX",
            "XXXXX", "x", "xxx", "Z", "ZZZZ", "ZZZZZ", "O", "OOOO", "VV", "'at'", "''",
        ];
        var moments = Gen.Select(Gen.Long[new DateTime(1000, 1, 1).Ticks, new DateTime(9999, 12, 30).Ticks], Gen.Int[-18 * 60, 18 * 60].Where(m => Math.Abs(m) <= 14 * 60))
            .Select((ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)));
        Gen.Select(Gen.Int[0, letters.Length - 1].Select(i => letters[i]).Array[1, 6], moments).Sample((parts, moment) =>
        {
            Assert.True(DatePattern.TryParse(string.Join(' ', parts), out var pattern, out var error), error);
            var text = pattern.Format(moment);
            Assert.True(pattern.Matches(text), $"{string.Join(' ', parts)}: {text}");
        });
    }
}
