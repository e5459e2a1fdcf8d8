using System.Text.RegularExpressions;
using PactKit.Generators;

namespace PactKit.Tests.Generators;

public sealed class RegexTextTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("a|bb|ccc")]
    [InlineData("")]
    [InlineData("(a|b)*c+d?")]
    [InlineData("^\\d{4}-\\d{2}-\\d{2}$")]
    [InlineData("\\w+@\\w+\\.(com|org)")]
    [InlineData("[a-fA-F0-9]{32}")]
    [InlineData("[^a-z]{5}")]
    [InlineData("[^ -~]")]
    [InlineData("[]x-]+")]
    [InlineData("[\\w.-]{3,}")]
    [InlineData("[\\]\\\\^-]{4}")]
    [InlineData("x{2}y{1,3}z{0,}")]
    [InlineData("a{b}")]
    [InlineData("(?:ab){2}(?<n>c|d)\\k<n>")]
    [InlineData("(a|b)(c|d)\\2\\1")]
    [InlineData("(?i:abc)(?i)d")]
    [InlineData("(?=.*\\d)[a-z\\d]{3}")]
    [InlineData("(?!aa)[ab]{2}")]
    [InlineData("\\bword\\b")]
    [InlineData("\\D\\W\\S\\s")]
    [InlineData("\\x41\\u00e9\\t\\.")]
    [InlineData("\\p{L}+\\P{L}\\p{Lu}")]
    [InlineData("a*?b+?c??")]
    [InlineData("(?#comment)a")]
    [InlineData(".{10}")]
    [InlineData("(?>a|b)")]
    [InlineData("\\/api\\/users\\/\\d+")]
    [InlineData("(\\+|-)?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")]
    [InlineData("(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\\-]*[A-Za-z0-9])")]
    public void A_generated_text_matches_its_pattern(string pattern)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var text = Generate(pattern, seed);
            Assert.Matches($@"\A(?:{pattern})\z", text);
        }
    }

    [Theory]
    [InlineData("a++b*+c?+", "^a{1,21}b{0,20}c?$")]
    [InlineData("[[:alpha:]]{3}[[:^digit:]]", "^[A-Za-z]{3}[^0-9]$")]
    [InlineData("\\h{4}", "^[0-9a-f]{4}$")]
    [InlineData("\\x{1F600}", "^\ud83d\ude00$")]
    [InlineData("[a-z&&[^b-y]]{5}", "^[az]{5}$")]
    [InlineData("\\Qa.b*\\Ec", "^a\\.b\\*c$")]
    [InlineData("(?P<x>a)", "^a$")]
    [InlineData("a*", "^a{0,20}$")]
    [InlineData("a{,2}b", "^a{0,2}b$")]
    [InlineData("a{3,}", "^a{3,23}$")]
    public void Patterns_of_other_engines_are_understood(string pattern, string expected)
    {
        for (var seed = 0; seed < 30; seed++) Assert.Matches(expected, Generate(pattern, seed));
    }

    [Theory]
    [InlineData("(a", "expected ')' at character 3")]
    [InlineData("a)", "expected the end of the pattern at character 2")]
    [InlineData("[a", "expected ']' at character 3")]
    [InlineData("*a", "expected something to repeat at character 1")]
    [InlineData("a{3,1}", "expected a lower bound below the upper one")]
    [InlineData("a{999999}", "expected at most 100000 repeats")]
    [InlineData("[z-a]", "expected a range from a lower to a higher character")]
    [InlineData("\\p{Fish}", "not \"Fish\"")]
    [InlineData("a\\", "expected a character after '\\'")]
    [InlineData("\\xZZ", "expected a character in hexadecimal digits")]
    [InlineData("(?<n", "expected '>'")]
    [InlineData("a(?=b)", "no text for the pattern")]
    public void A_pattern_that_makes_no_sense_says_where(string pattern, string expected) =>
        Assert.Contains(expected, RegexText.Generate(pattern, Seeded(1)).Error, StringComparison.Ordinal);

    [Fact]
    public void Nesting_without_end_is_an_error()
    {
        Assert.Contains("nested less than 100 deep", RegexText.Generate(new string('(', 100_000), Seeded(1)).Error, StringComparison.Ordinal);
        Assert.Contains("nested less than 20 deep", RegexText.Generate(new string('[', 100_000), Seeded(1)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeating_what_writes_nothing_comes_to_an_end()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(RegexText.Generate("((((^){100000}){100000}){100000}){100000}a", Seeded(1)).Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    private static string Generate(string pattern, int seed)
    {
        var value = RegexText.Generate(pattern, Seeded(seed));
        Assert.Null(value.Error);
        return value.Json!.Value.GetString()!;
    }

#pragma warning disable RS0030 // A test begins here: its seed is fixed.
    private static Random Seeded(int seed) => new(seed);
#pragma warning restore RS0030
}
