using System.Text;
using CsCheck;
using PactKit.Dates;
using PactKit.Generators;
using PactKit.Matching.Paths;
using PactKit.Model;
using PactKit.Model.Expressions;
using PactKit.Model.Integration;

namespace PactKit.Tests.Model;

/// <summary>Whatever comes in, the answer is a value or a sentence, never an exception.</summary>
public sealed class BadInputTests
{
    private static Gen<string> From(string alphabet) => Gen.Int[0, alphabet.Length - 1].Select(i => alphabet[i]).Array[0, 20].Select(c => new string(c));

    [Fact]
    public void A_folder_given_as_a_file_is_called_one()
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        Assert.Equal($"{folder}: this is a folder, not a pact file; name a file in it, or verify the folder as one", PactReader.ReadFile(folder).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_in_UTF_16_is_told_what_to_become(bool withMark)
    {
        byte[] text = [.. withMark ? new byte[] { 0xFF, 0xFE } : [], .. System.Text.Encoding.Unicode.GetBytes("{}")];
        Assert.Equal("f.json: the text is UTF-16; save it as UTF-8", PactReader.Read(text, "f.json").Error);
    }

    [Fact]
    public void Any_text_is_a_path_expression_or_an_error() => From("$.[]'*\\a0 é\ud83d").Sample(text =>
    {
        if (PathExpression.TryParse(text, out var expression, out var error)) Assert.NotEmpty(expression.Tokens);
        else Assert.Contains("path expression", error, StringComparison.Ordinal);
    });

    [Fact]
    public void Any_text_is_a_matching_expression_or_an_error()
    {
        var words = Gen.Int[0, 13].Select(i => ((string[])["matching", "(", ")", ",", "'", "type", "regex", "1", "-", "\\u{", "$", " ", "eachKey", "fromProviderState"])[i]);
        words.Array[0, 12].Select(parts => string.Concat(parts)).Sample(text =>
        {
            if (MatchingExpression.TryParse(text, out var definition, out var error)) Assert.NotNull(definition);
            else Assert.Contains("at character", error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Any_text_is_a_date_pattern_or_an_error() => From("yMdHhmsSXZOzVEQa'[ :-T").Sample(pattern =>
    {
        if (DatePattern.TryParse(pattern, out var parsed, out var error)) Assert.False(parsed.Matches(" no such date "));
        else Assert.Contains("date pattern", error, StringComparison.Ordinal);
    });

    [Fact]
    public void Any_text_is_held_against_a_date_pattern() => Gen.Select(From("yMdHhmsSXZOzVEQa-: "), From("0123456789+-:ZGMTUC JanAM/")).Sample((pattern, text) =>
    {
        if (DatePattern.TryParse(pattern, out var parsed, out _)) _ = parsed.Matches(text);
    });

    [Fact]
    public void Any_text_is_a_date_expression_or_an_error()
    {
        var words = Gen.Int[0, 11].Select(i => ((string[])["now", "next", "last", "mon", "+", "-", "1", "99999999999", "day", "@", "o'clock", "hours"])[i]);
        words.Array[0, 8].Select(parts => string.Join(' ', parts)).Sample(text =>
        {
            if (DateExpression.TryParseDateTime(text, out var expression, out var error)) _ = expression.TryEvaluate(new DateTime(2026, 1, 31), out _);
            else Assert.Contains("at character", error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Any_pattern_generates_a_text_or_an_error() => From("ab(|)[]{},?*+\\dp^-:<>=!&1k").Sample(
        pattern =>
        {
#pragma warning disable RS0030 // A test begins here: its seed is fixed.
            var value = RegexText.Generate(pattern, new Random(1));
#pragma warning restore RS0030
            Assert.True(value.Json is null != value.Error is null);
        },
        iter: 2000);

    [Fact]
    public void Any_bytes_are_a_pact_or_an_error()
    {
        var pact = PactWriter.Write(Reading.Good("""
            {"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[{"type":"Synchronous/HTTP","description":"d","key":"k","providerStates":[{"name":"s","params":{"a":1}}],
            "request":{"method":"GET","path":"/","query":{"q":["1"]},"headers":{"A":["b"]},"body":{"content":"x","encoded":"base64"},"matchingRules":{"body":{"$.a":{"matchers":[{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}]}}}},
            "response":{"status":200,"generators":{"body":{"$.a":{"type":"RandomInt","min":1}}}}}]}
            """)).Json!;
        string[] pieces = ["7", "\"x\"", "null", "[]", "{}", "true", "-1", "\\", "\ud83d", "\u0000"];
        Gen.Select(Gen.Int[0, pact.Length - 1], Gen.Int[0, 30], Gen.Int[0, pieces.Length - 1]).Sample((at, length, piece) =>
        {
            var changed = pact[..at].Concat(Encoding.UTF8.GetBytes(pieces[piece])).Concat(pact[Math.Min(pact.Length, at + length)..]).ToArray();
            var result = PactReader.Read(changed, "x.json");
            if (!result.IsSuccess) Assert.StartsWith("x.json: ", result.Error, StringComparison.Ordinal);
            else Assert.True(PactWriter.Write(result.Pact).IsSuccess);
        });
    }

    public static TheoryData<string> Values => ["null", "7", "\"x\"", "[]", "{}", "true", "[null]", "{\"\":{}}", "[[]]", "-1.5e300"];

    [Theory]
    [MemberData(nameof(Values))]
    public void Any_kind_of_value_may_stand_anywhere_in_a_pact(string value)
    {
        string[] shapes =
        [
            "@", """{"consumer":@}""", """{"metadata":@}""", """{"metadata":{"pactSpecification":@}}""", """{"interactions":@}""", """{"interactions":[@]}""", """{"messages":[@]}""",
            .. new[] { "type", "description", "key", "pending", "providerStates", "providerState", "comments", "pluginConfiguration", "interactionMarkup", "transport", "request", "response", "contents", "metadata" }
                .SelectMany(name => new[] { "3.0", "4.0" }.Select(version => $$$"""{"metadata":{"pactSpecification":{"version":"{{{version}}}"}},"interactions":[{"request":{},"response":{},"{{{name}}}":@}]}""")),
            .. new[] { "method", "path", "query", "headers", "body", "matchingRules", "generators" }.Select(name => $$$"""{"interactions":[{"request":{"{{{name}}}":@},"response":{}}]}"""),
            .. new[] { "body", "path", "header", "$.body", "status" }.SelectMany(category => new[]
            {
                $$$$$$"""{"interactions":[{"request":{"matchingRules":{"{{{{{{category}}}}}}":@}},"response":{}}]}""", $$$$$$"""{"interactions":[{"request":{"matchingRules":{"{{{{{{category}}}}}}":{"$.a":@}}},"response":{}}]}""",
                $$$$$$"""{"interactions":[{"request":{"matchingRules":{"{{{{{{category}}}}}}":{"$.a":{"matchers":@}}}},"response":{}}]}""", $$$$$$"""{"interactions":[{"request":{"generators":{"{{{{{{category}}}}}}":@}},"response":{}}]}""",
            }),
            .. new[] { "regex", "type", "include", "statusCode", "arrayContains", "eachKey", "date" }.SelectMany(rule => new[] { "regex", "min", "value", "status", "variants", "rules", "generator", "format" }
                .Select(attribute => $$$$$$"""{"interactions":[{"request":{"matchingRules":{"body":{"$":{"matchers":[{"match":"{{{{{{rule}}}}}}","{{{{{{attribute}}}}}}":@}]}}}},"response":{}}]}""")),
        ];
        foreach (var shape in shapes)
        {
            var result = Reading.Pact(shape.Replace("@", value, StringComparison.Ordinal));
            if (result.IsSuccess) _ = PactWriter.Write(result.Pact);
            else Assert.Contains("line 1, column", result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Any_kind_of_value_may_stand_anywhere_in_integration_JSON(string value)
    {
        string[] shapes = ["@", """{"a":@}""", """{"pact:matcher:type":@}""", .. new[] { "value", "regex", "min", "variants", "rules", "pact:generator:type" }
            .SelectMany(name => new[] { "type", "regex", "arrayContains", "eachKey", "values" }.Select(type => $$$"""{"pact:matcher:type":"{{{type}}}","{{{name}}}":@}"""))];
        foreach (var shape in shapes)
        {
            var json = shape.Replace("@", value, StringComparison.Ordinal);
            var result = IntegrationJson.Body(Encoding.UTF8.GetBytes(json));
            Assert.NotEqual(result.IsSuccess, result.Error is not null);
            _ = IntegrationJson.Value(json);
        }
    }
}
