namespace PactKit.Tests.Matching.Rules;

/// <summary>Each rule on one JSON value, and on one text. The expected value is an example only.</summary>
public sealed class ScalarRuleTests
{
    public static TheoryData<string, string, string, bool> JsonRows() => new()
    {
        // equality: kind and value; spelling of numbers decides the kind
        { Rule("equality"), "1", "1", true },
        { Rule("equality"), "1", "1.0", false },
        { Rule("equality"), "100", "1e2", false },
        { Rule("equality"), "1.0", "1.00", true },
        { Rule("equality"), "1.0", "10e-1", true },
        { Rule("equality"), "123456789012345678901234567890", "123456789012345678901234567890", true },
        { Rule("equality"), "123456789012345678901234567890", "123456789012345678901234567891", false },
        { Rule("equality"), "\"A\"", "\"\\u0041\"", true },
        { Rule("equality"), "\"1\"", "1", false },
        { Rule("equality"), "null", "null", true },
        // regex: the whole text of the value
        { Regex(@"\\d+"), "\"1\"", "\"12\"", true },
        { Regex(@"\\d+"), "\"1\"", "\"ab1cd\"", false },
        { Regex(@"\\d+"), "\"1\"", "\"12\\n\"", false },
        { Regex(@"\\d+"), "\"1\"", "100", true },
        { Regex("true|false"), "\"1\"", "true", true },
        { Regex("null"), "\"1\"", "null", true },
        { Regex("a|bc"), "\"a\"", "\"bc\"", true },
        { Regex("a|bc"), "\"a\"", "\"ac\"", false },
        { Regex("(?i)ABC"), "\"a\"", "\"abc\"", true },
        { Regex(@"\\h+"), "\"a\"", "\"09afAF\"", true },
        { Regex(@"\\h+"), "\"a\"", "\"xyz\"", false },
        { Regex("[[:alpha:]]+"), "\"a\"", "\"abc\"", true },
        { Regex(@"\\x{41}"), "\"a\"", "\"A\"", true },
        { Regex("a{,2}"), "\"a\"", "\"aa\"", true },
        { Regex("a{,2}"), "\"a\"", "\"aaa\"", false },
        { Regex("(?<n>a)\\\\k<n>"), "\"a\"", "\"aa\"", true },
        { Regex("a++b"), "\"a\"", "\"aaab\"", true },
        { Regex("a++a"), "\"a\"", "\"aaa\"", false },
        { Regex("(("), "\"a\"", "\"((\"", false },
        // type: the kind; Integer and Decimal are both numbers
        { Rule("type"), "1", "2.5", true },
        { Rule("type"), "1", "\"1\"", false },
        { Rule("type"), "\"a\"", "\"\"", true },
        { Rule("type"), "true", "false", true },
        { Rule("type"), "null", "null", true },
        { Rule("type"), "\"a\"", "null", false },
        { Rule("type"), "\"a\"", "[]", false },
        { """{"match":"type","min":5}""", "\"a\"", "\"b\"", true },
        // include: in the text of the value
        { """{"match":"include","value":"a"}""", "\"x\"", "\"cat\"", true },
        { """{"match":"include","value":"a"}""", "\"x\"", "\"dog\"", false },
        { """{"match":"include","value":"0"}""", "\"x\"", "100", true },
        // numbers have to be JSON numbers
        { Rule("number"), "1", "1", true },
        { Rule("number"), "1", "1.5e3", true },
        { Rule("number"), "1", "\"1\"", false },
        { Rule("number"), "1", "true", false },
        { Rule("integer"), "1", "-5", true },
        { Rule("integer"), "1", "100.0", false },
        { Rule("integer"), "1", "1e3", false },
        { Rule("integer"), "1", "123456789012345678901234567890", true },
        { Rule("integer"), "1", "\"5\"", false },
        { Rule("decimal"), "1.5", "100.0", true },
        { Rule("decimal"), "1.5", "1e3", true },
        { Rule("decimal"), "1.5", "100", false },
        { Rule("real"), "1.5", "2.5", true },
        // null, boolean
        { Rule("null"), "\"a\"", "null", true },
        { Rule("null"), "\"a\"", "\"\"", false },
        { Rule("null"), "\"a\"", "[]", false },
        { Rule("boolean"), "true", "false", true },
        { Rule("boolean"), "true", "\"true\"", true },
        { Rule("boolean"), "true", "\"True\"", false },
        { Rule("boolean"), "true", "1", false },
        // notEmpty: the kind of the example does not matter; zero and false are something
        { Rule("notEmpty"), "\"a\"", "0", true },
        { Rule("notEmpty"), "\"a\"", "false", true },
        { Rule("notEmpty"), "\"a\"", "\"\"", false },
        { Rule("notEmpty"), "\"a\"", "null", false },
        { Rule("notEmpty"), "\"a\"", "[]", false },
        { Rule("notEmpty"), "\"a\"", "{}", false },
        // semver, strictly
        { Rule("semver"), "\"1.0.0\"", "\"2.13.0-rc.1+build.5\"", true },
        { Rule("semver"), "\"1.0.0\"", "\"1.0\"", false },
        { Rule("semver"), "\"1.0.0\"", "\"v1.0.0\"", false },
        { Rule("semver"), "\"1.0.0\"", "\"01.0.0\"", false },
        { Rule("semver"), "\"1.0.0\"", "\"1.0.0-01\"", false },
        // dates
        { Rule("date"), "\"2024-01-01\"", "\"2024-02-29\"", true },
        { Rule("date"), "\"2024-01-01\"", "\"2023-02-29\"", false },
        { """{"match":"time","format":"HH:mm"}""", "\"10:00\"", "\"23:59\"", true },
        { """{"match":"time","format":"HH:mm"}""", "\"10:00\"", "\"24:00\"", false },
        { """{"match":"timestamp","timestamp":"yyyy-MM-dd HH:mm"}""", "\"2024-01-01 10:00\"", "\"2024-12-31 23:59\"", true },
        { """{"match":"datetime","format":"yyyy-MM-ddT"}""", "\"x\"", "\"2024-12-31T\"", false },
        // contentType: bytes in base64, or as text
        { """{"match":"contentType","value":"image/png"}""", "\"x\"", "\"iVBORw0KGgoAAAANSUhEUg==\"", true },
        { """{"match":"contentType","value":"image/png"}""", "\"x\"", "\"plain\"", false },
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"just some words\"", true },
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"\"", true },
        // a word that happens to be base64 of nothing known; a text that looks like something else as well; scalars that are no strings
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"abcd\"", true },
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"10:00:00\"", true },
        { """{"match":"contentType","value":"application/json"}""", "\"x\"", "\"10:00:00\"", true },
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"<a/>\"", true },
        { """{"match":"contentType","value":"text/plain"}""", "\"x\"", "\"<?xml version='1.0'?><a/>\"", false },
        { """{"match":"contentType","value":"application/json"}""", "\"x\"", "true", true },
        { """{"match":"contentType","value":"image/png"}""", "\"x\"", "1.5", false },
        { """{"match":"contentType","value":"application/json"}""", "\"x\"", "{}", false },
        // rules about the inside of maps and lists leave a scalar alone; only values compares it
        { Rule("values"), "\"a\"", "1", false },
        { Rule("values"), "\"a\"", "\"a\"", true },
        { """{"match":"eachKey","rules":[{"match":"regex","regex":"a"}]}""", "\"a\"", "1", true },
        { """{"match":"eachValue","rules":[{"match":"regex","regex":"a"}]}""", "\"a\"", "1", true },
        { """{"match":"arrayContains","variants":[]}""", "\"a\"", "1", true },
        // a rule that only a plugin could know
        { Rule("protobuf"), "\"a\"", "\"a\"", false },
    };

    [Theory]
    [MemberData(nameof(JsonRows))]
    public void A_rule_decides_about_a_JSON_value(string rule, string expected, string actual, bool matches) =>
        Assert.Equal(matches, Comparing.Json($$"""{"a":{{expected}}}""", $$"""{"a":{{actual}}}""", Comparing.At("$.a", rule)).Count == 0);

    [Theory]
    [InlineData("equality", "a", "a", true)]
    [InlineData("equality", "a", "A", false)]
    [InlineData("type", "1", "anything", true)]
    [InlineData("number", "1", "100.25", true)]
    [InlineData("number", "1", "-1.5e3", true)]
    [InlineData("number", "1", "1a", false)]
    [InlineData("number", "1", "", false)]
    [InlineData("integer", "1", "100", true)]
    [InlineData("integer", "1", "-5", true)]
    [InlineData("integer", "1", "+5", true)]
    [InlineData("values", "1", "1", true)]
    [InlineData("values", "1", "2", false)]
    [InlineData("integer", "1", "100.5", false)]
    [InlineData("integer", "1", "-", false)]
    [InlineData("decimal", "1", "5", true)]
    [InlineData("decimal", "1", "5.5", true)]
    [InlineData("decimal", "1", "x", false)]
    [InlineData("null", "1", "null", false)]
    [InlineData("boolean", "true", "false", true)]
    [InlineData("boolean", "true", "TRUE", false)]
    [InlineData("notEmpty", "1", "x", true)]
    [InlineData("notEmpty", "1", "", false)]
    [InlineData("semver", "1.0.0", "1.2.3", true)]
    [InlineData("semver", "1.0.0", "1.2", false)]
    [InlineData("date", "2024-01-01", "2024-12-31", true)]
    [InlineData("date", "2024-01-01", "31/12/2024", false)]
    [InlineData("null", "", "", false)]
    public void A_rule_decides_about_a_text(string rule, string expected, string actual, bool matches) =>
        Assert.Equal(matches, Comparing.Text(expected, actual, Rule(rule)).Count == 0);

    [Theory]
    [InlineData("""{"match":"equality"}""", "\"b\"", "Expected 'b' (String) to be equal to 'a' (String)")]
    [InlineData("""{"match":"type"}""", "1", "Expected 1 (Integer) to be the same type as 'a' (String)")]
    [InlineData("""{"match":"regex","regex":"a+"}""", "\"b\"", "Expected 'b' to match 'a+'")]
    [InlineData("""{"match":"include","value":"q"}""", "\"b\"", "Expected 'b' to include 'q'")]
    [InlineData("""{"match":"number"}""", "\"b\"", "Expected 'b' (String) to be a number")]
    [InlineData("""{"match":"integer"}""", "1.5", "Expected 1.5 (Decimal) to be an integer")]
    [InlineData("""{"match":"decimal"}""", "1", "Expected 1 (Integer) to be a decimal number")]
    [InlineData("""{"match":"null"}""", "{}", "Expected {} (Object) to be a null value")]
    [InlineData("""{"match":"boolean"}""", "\"b\"", "Expected 'b' (String) to match a boolean")]
    [InlineData("""{"match":"date"}""", "\"b\"", "Expected 'b' to match a date pattern of 'yyyy-MM-dd'")]
    [InlineData("""{"match":"time"}""", "\"b\"", "Expected 'b' to match a time pattern of 'HH:mm:ss'")]
    [InlineData("""{"match":"datetime","format":"yyyy"}""", "\"b\"", "Expected 'b' to match a timestamp pattern of 'yyyy'")]
    [InlineData("""{"match":"semver"}""", "\"b\"", "'b' is not a valid semantic version")]
    [InlineData("""{"match":"notEmpty"}""", "\"\"", "Expected '' (String) to not be empty")]
    public void A_refusal_says_what_was_wanted(string rule, string actual, string sentence) =>
        Assert.Equal([sentence], Comparing.Json("""{"a":"a"}""", $$"""{"a":{{actual}}}""", Comparing.At("$.a", rule)).Texts());

    private static string Rule(string name) => $$"""{"match":"{{name}}"}""";

    private static string Regex(string pattern) => $$"""{"match":"regex","regex":"{{pattern}}"}""";
}
