using PactKit.Matching.Regexes;

namespace PactKit.Tests.Matching.Regexes;

public sealed class PatternTranslatorTests
{
    [Theory]
    [InlineData(@"a*+a", "aaa", false)]
    [InlineData(@"(?:ab)++c", "ababc", true)]
    [InlineData(@"a?+b", "ab", true)]
    [InlineData(@"[a-c]++d", "abcd", true)]
    [InlineData(@"a{2}+", "aaaa", true)]
    [InlineData(@"a{,2}b", "aab", true)]
    [InlineData(@"a{x}", "a{x}", true)]
    [InlineData(@"[[:alpha:][:digit:]]+", "a1", true)]
    [InlineData(@"[^[:space:]]+", "a b", false)]
    [InlineData(@"[[:^digit:]]+", "abc", true)]
    [InlineData(@"\h{4}", "12aF", true)]
    [InlineData(@"[\h-]+", "12-aF", true)]
    [InlineData(@"\H+", "xyz", true)]
    [InlineData(@"\x{1F600}", "😀", true)]
    [InlineData(@"\u0041", "A", true)]
    [InlineData(@"\Qa.b\E+", "a.b", true)]
    [InlineData(@"\Qa.b\E", "axb", false)]
    [InlineData(@"(?P<n>a)\k<n>", "aa", true)]
    [InlineData(@"(?P<n>a)(?P=n)", "aa", true)]
    [InlineData(@"(?<year>\d{4})-\k<year>", "2024-2024", true)]
    [InlineData(@"(?<=a)b|a(?=b)b", "ab", true)]
    [InlineData(@"(?!x)\w+", "abc", true)]
    [InlineData(@"(?>a+)b", "aab", true)]
    [InlineData(@"(?i:AB)c", "abc", true)]
    [InlineData(@"(?m).+", "a\nb", true)]
    [InlineData(@".+", "a\nb", false)]
    [InlineData(@"(?-i)a", "a", true)]
    [InlineData(@"[a-z&&[^b]]+", "ac", true)]
    [InlineData(@"[a-z&&[^b]]+", "abc", false)]
    [InlineData(@"[]a]+", "]a", true)]
    [InlineData(@"[a[bc]]+", "abc", true)]
    [InlineData(@"[[\]a]+", "[]a", true)]
    [InlineData(@"\p{Alpha}+", "abc", true)]
    [InlineData(@"\p{Lu}", "A", true)]
    [InlineData(@"\pL+", "abc", true)]
    [InlineData(@"\/users\/\d+", "/users/1", true)]
    [InlineData(@"\_\-\'", "_-'", true)]
    [InlineData(@"^\d+$", "12", true)]
    [InlineData(@"^\d+$", "12\n", false)]
    [InlineData(@"a|b", "b", true)]
    [InlineData(@"(a|b)*?c", "abac", true)]
    [InlineData(@"(?#comment)a", "a", true)]
    [InlineData(@"\d+", "١٢", true)]
    [InlineData(@"", "", true)]
    [InlineData(@"\R", "\r\n", true)]
    public void Patterns_of_other_dialects_mean_what_they_say(string pattern, string text, bool matches) =>
        Assert.Equal(matches ? RegexOutcome.Match : RegexOutcome.NoMatch, new FullMatchRegex(pattern, TimeSpan.FromSeconds(5)).Match(text));

    [Theory]
    [InlineData("(")]
    [InlineData("[a")]
    [InlineData(@"\")]
    [InlineData("*a")]
    [InlineData(@"\x{110000}")]
    [InlineData("[[:nothing:]]")]
    [InlineData(@"(?~a)")]
    [InlineData(@"\p{")]
    [InlineData("(?P=x")]
    public void A_pattern_that_cannot_be_used_says_why(string pattern)
    {
        var regex = new FullMatchRegex(pattern, TimeSpan.FromSeconds(5));
        Assert.Equal(RegexOutcome.Invalid, regex.Match("a"));
        Assert.NotEmpty(regex.Error!);
    }

    [Fact]
    public void A_pattern_that_ran_away_is_decided_in_linear_time_where_that_is_possible() =>
        Assert.Equal(RegexOutcome.NoMatch, new FullMatchRegex("(a+)+b", TimeSpan.FromMilliseconds(200)).Match(new string('a', 60)));
}
