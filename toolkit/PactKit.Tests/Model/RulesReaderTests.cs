using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class RulesReaderTests
{
    public static TheoryData<string, MatchingRule> Rules => new()
    {
        { """{"match":"equality"}""", new EqualityRule() },
        { """{"match":"regex","regex":"\\d+"}""", new RegexRule("\\d+") },
        { """{"match":"type"}""", new TypeRule() },
        { """{"match":"type","min":1,"max":"3"}""", new TypeRule(1, 3) },
        { """{"match":"type","min":0}""", new TypeRule(0) },
        { """{"match":"type","min":-1}""", new TypeRule() },
        { """{"match":"min","min":2}""", new TypeRule(2) },
        { """{"match":"max-type","max":2}""", new TypeRule(null, 2) },
        { """{"match":"number"}""", new NumberRule() },
        { """{"match":"integer"}""", new IntegerRule() },
        { """{"match":"decimal"}""", new DecimalRule() },
        { """{"match":"real"}""", new DecimalRule() },
        { """{"match":"boolean"}""", new BooleanRule() },
        { """{"match":"null"}""", new NullRule() },
        { """{"match":"include","value":"x"}""", new IncludeRule("x") },
        { """{"match":"include","value":7}""", new IncludeRule("7") },
        { """{"match":"date","format":"yyyy"}""", new DateRule("yyyy") },
        { """{"match":"date","date":"yyyy"}""", new DateRule("yyyy") },
        { """{"match":"date"}""", new DateRule() },
        { """{"match":"time","time":"HH"}""", new TimeRule("HH") },
        { """{"match":"timestamp","timestamp":"yyyy"}""", new DateTimeRule("yyyy") },
        { """{"match":"datetime","format":"yyyy"}""", new DateTimeRule("yyyy") },
        { """{"match":"contentType","value":"image/png"}""", new ContentTypeRule("image/png") },
        { """{"match":"content-type","value":"image/png"}""", new ContentTypeRule("image/png") },
        { """{"match":"values"}""", new ValuesRule() },
        { """{"match":"notEmpty"}""", new NotEmptyRule() },
        { """{"match":"not-empty"}""", new NotEmptyRule() },
        { """{"match":"semver"}""", new SemverRule() },
        { """{"regex":"a"}""", new RegexRule("a") },
        { """{"min":3}""", new TypeRule(3) },
        { """{"max":3}""", new TypeRule(null, 3) },
        { """{"timestamp":"yyyy"}""", new DateTimeRule("yyyy") },
        { """{"time":"HH"}""", new TimeRule("HH") },
        { """{"date":"yyyy"}""", new DateRule("yyyy") },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_read_by_its_name_or_by_its_attribute(string json, MatchingRule expected)
    {
        Assert.Equal(expected, Assert.Single(Body($$$$"""{"body":{"$.a":{"matchers":[{{{{json}}}}]}}}""")["$.a"].Rules));
        Assert.Equal(expected, Assert.Single(Body($$"""{"$.body.a":{{json}}}""")["$.a"].Rules));
    }

    [Theory]
    [InlineData("$")]
    [InlineData("$body.b")]
    [InlineData("$.bodyx")]
    [InlineData("$.headersX")]
    [InlineData("$.headers")]
    public void A_V2_path_that_was_meant_for_a_known_part_and_misses_it_refuses_the_file(string path)
    {
        var result = Reading.Pact($$$$$$"""{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[{"description":"d","request":{"method":"GET","path":"/"},"response":{"status":200,"matchingRules":{"{{{{{{path}}}}}}":{"match":"type"}}}}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""");
        Assert.Contains("expected", result.Error!, StringComparison.Ordinal);
        Assert.Contains(path, result.Error!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("$.a")]
    [InlineData("a")]
    public void A_rule_of_any_readable_path_survives_a_V2_file(string path)
    {
        var rules = new MatchingRules { Body = new Dictionary<string, RuleList> { [path] = RuleList.Of(new TypeRule()) } };
        var interaction = new HttpInteraction { Description = "d", Request = new Request { Method = "GET", Path = "/" }, Response = new Response { MatchingRules = rules } };
        var written = PactWriter.Write(new Pact { Consumer = "c", Provider = "p", Specification = PactSpecification.V2, Interactions = [interaction] }).Json!;
        var read = Assert.IsType<HttpInteraction>(Assert.Single(Reading.Good(System.Text.Encoding.UTF8.GetString(written)).Interactions));
        Assert.Equal(path is "" or "$" ? "$" : "$.a", Assert.Single(read.Response.MatchingRules.Body).Key);
    }

    [Theory]
    [InlineData("$.foo")]
    [InlineData("$.Body.b")]
    [InlineData("$.request.body.b")]
    [InlineData("$.pathx")]
    public void A_V2_path_of_a_part_nobody_knows_is_left_out_with_a_warning(string path)
    {
        var warnings = new List<string>();
        PactReader.ReadResponse(Reading.Json($$$$"""{"status":200,"matchingRules":{"{{{{path}}}}":{"match":"type"}}}"""), PactSpecification.V2, warnings);
        Assert.Contains("the rule was ignored", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"match":"fish","size":7}""", "fish")]
    [InlineData("""{"match":"regex"}""", "regex")]
    [InlineData("""{"match":"include"}""", "include")]
    public void A_rule_nobody_knows_is_kept_word_for_word_with_a_warning(string json, string name)
    {
        var warnings = new List<string>();
        var rules = PactReader.ReadMatchingRules(Reading.Json($$$$"""{"body":{"$.a":{"matchers":[{{{{json}}}}]}}}"""), warnings);
        var rule = Assert.IsType<UnknownRule>(Assert.Single(rules.Body["$.a"].Rules));
        Assert.Equal((name, json), (rule.Name, rule.Definition.GetRawText()));
        Assert.Contains($"$.body['$.a'].matchers[0]: the rule \"{name}\"", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AND", RuleCombination.And)]
    [InlineData("OR", RuleCombination.Or)]
    [InlineData("or", RuleCombination.Or)]
    [InlineData("xor", RuleCombination.And)]
    public void Rules_combine_with_AND_unless_OR_is_said(string text, RuleCombination expected) =>
        Assert.Equal(expected, Body($$$$"""{"body":{"$":{"combine":"{{{{text}}}}","matchers":[{"match":"type"}]}}}""")["$"].Combine);

    [Theory]
    [InlineData("""{"path":{"matchers":[{"match":"type"}]}}""")]
    [InlineData("""{"path":{"":{"matchers":[{"match":"type"}]}}}""")]
    [InlineData("""{"path":{"$":{"matchers":[{"match":"type"}]}}}""")]
    [InlineData("""{"path":[{"match":"type"}]}""")]
    [InlineData("""{"$.path":{"match":"type"}}""")]
    public void The_rules_of_a_path_come_in_several_forms(string json) =>
        Assert.Equal(new TypeRule(), Assert.Single(PactReader.ReadMatchingRules(Reading.Json(json)).Path!.Rules));

    [Theory]
    [InlineData("body")]
    [InlineData("content")]
    [InlineData("contents")]
    public void Rules_of_a_body_come_under_several_names(string category) =>
        Assert.Equal(["$.a"], Body($$$$"""{"{{{{category}}}}":{"$.a":{"matchers":[{"match":"type"}]}}}""").Keys);

    [Fact]
    public void An_unknown_category_is_ignored_with_a_warning()
    {
        var warnings = new List<string>();
        PactReader.ReadMatchingRules(Reading.Json("""{"fish":{"$.a":{"matchers":[]}}}"""), warnings);
        Assert.Contains("$.fish: these matching rules were ignored", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_headers_ignore_case_and_names_of_parameters_are_literal()
    {
        var rules = PactReader.ReadMatchingRules(Reading.Json(
            """{"header":{"X-A":{"matchers":[{"match":"type"}]}},"query":{"ids[]":{"matchers":[{"match":"type"}]}},"status":{"matchers":[{"match":"statusCode","status":[200,404]}]},"metadata":{"k":{"matchers":[{"match":"type"}]}}}"""));
        Assert.True(rules.Headers.ContainsKey("x-a"));
        Assert.Equal(["ids[]"], rules.Query.Keys);
        Assert.Equal(["k"], rules.Metadata.Keys);
        Assert.Equal([200, 404], Assert.IsType<StatusCodeRule>(Assert.Single(rules.Status!.Rules)).Codes);
    }

    [Theory]
    [InlineData("$.body", "body $")]
    [InlineData("$.body.a.b[0]", "body $.a.b[0]")]
    [InlineData("$.body[*].x", "body $[*].x")]
    [InlineData("$.body['a b']", "body $['a b']")]
    [InlineData("$['body'].x", "body $.x")]
    [InlineData("$.query.name", "query name")]
    [InlineData("$.query.name[0]", "query name")]
    [InlineData("$.query.name[*]", "query name")]
    [InlineData("$.query.ids[]", "query ids[]")]
    [InlineData("$.query['a.b']", "query a.b")]
    [InlineData("$.headers.X-A", "header X-A")]
    [InlineData("$.header.X-A", "header X-A")]
    [InlineData("$.headers['X-A']", "header X-A")]
    [InlineData("$.headers['X-A'][0]", "header X-A")]
    [InlineData("$.metadata.k", "metadata k")]
    public void A_flat_rule_belongs_where_its_path_says(string key, string expected)
    {
        var rules = PactReader.ReadMatchingRules(Reading.Json($$$$"""{"{{{{key}}}}":{"match":"type"}}"""));
        string[] found =
        [
            .. rules.Body.Keys.Select(k => "body " + k), .. rules.Query.Keys.Select(k => "query " + k),
            .. rules.Headers.Keys.Select(k => "header " + k), .. rules.Metadata.Keys.Select(k => "metadata " + k),
        ];
        Assert.Equal(expected, Assert.Single(found));
    }

    [Fact]
    public void A_rule_inside_a_rule_is_read()
    {
        var rule = Assert.IsType<EachKeyRule>(Body("""{"body":{"$":{"matchers":[{"match":"each-key","rules":[{"match":"regex","regex":"a"}],"value":"x","generator":{"type":"Uuid"}}]}}}""")["$"].Rules[0]);
        Assert.Equal(new RegexRule("a"), Assert.Single(rule.Rules.Rules));
        Assert.Equal("\"x\"", rule.Value!.Value.GetRawText());
        Assert.Equal(new UuidGenerator(), rule.Generator);
    }

    [Fact]
    public void A_variant_without_rules_is_compared_by_equality_and_one_with_none_has_none()
    {
        var rule = Assert.IsType<ArrayContainsRule>(Body("""{"body":{"$":{"matchers":[{"match":"arrayContains","variants":[{"index":0},{"index":2,"rules":{}},{"index":1,"rules":{"$.a":{"matchers":[{"match":"type"}]}},"generators":{"$.a":{"type":"RandomInt"}}}]}]}}}""")["$"].Rules[0]);
        Assert.Equal([0, 2, 1], rule.Variants.Select(v => v.Index));
        Assert.Equal(new EqualityRule(), Assert.Single(rule.Variants[0].Rules["$"].Rules));
        Assert.Empty(rule.Variants[1].Rules);
        Assert.Equal(["$.a"], rule.Variants[2].Rules.Keys);
        Assert.Equal(new RandomIntGenerator(), rule.Variants[2].Generators["$.a"]);
    }

    [Fact]
    public void A_V3_file_may_hold_V2_rules_and_the_legacy_names()
    {
        var pact = Reading.Good("""{"metadata":{"pactSpecification":{"version":"3.0.0"}},"interactions":[{"request":{"matchingRules":{"$.body.a":{"match":"type"}}},"response":{"responseMatchingRules":{"$.body":{"match":"type"}}}}]}""");
        var http = Assert.IsType<HttpInteraction>(pact.Interactions[0]);
        Assert.Equal(["$.a"], http.Request.MatchingRules.Body.Keys);
        Assert.Equal(["$"], http.Response.MatchingRules.Body.Keys);
    }

    public static TheoryData<string, Generator> Generators => new()
    {
        { """{"type":"RandomInt","min":-5,"max":5}""", new RandomIntGenerator(-5, 5) },
        { """{"type":"RandomInt"}""", new RandomIntGenerator(0, 10) },
        { """{"type":"RandomDecimal","digits":4}""", new RandomDecimalGenerator(4) },
        { """{"type":"RandomHexadecimal"}""", new RandomHexadecimalGenerator(10) },
        { """{"type":"RandomString","size":"7"}""", new RandomStringGenerator(7) },
        { """{"type":"RandomBoolean"}""", new RandomBooleanGenerator() },
        { """{"type":"Regex","regex":"a"}""", new RegexGenerator("a") },
        { """{"type":"Uuid","format":"simple"}""", new UuidGenerator("simple") },
        { """{"type":"Date","format":"yyyy","expression":"+1 day"}""", new DateGenerator("yyyy", "+1 day") },
        { """{"type":"Time"}""", new TimeGenerator() },
        { """{"type":"DateTime"}""", new DateTimeGenerator() },
        { """{"type":"ProviderState","expression":"${id}","dataType":"INTEGER"}""", new ProviderStateGenerator("${id}", "INTEGER") },
        { """{"type":"MockServerURL","example":"http://x/a","regex":".*(/a)"}""", new MockServerUrlGenerator("http://x/a", ".*(/a)") },
    };

    [Theory]
    [MemberData(nameof(Generators))]
    public void A_generator_is_read_in_every_category(string json, Generator expected)
    {
        var set = PactReader.ReadGenerators(Reading.Json(
            $$$"""{"path":{{{json}}},"status":{{{json}}},"method":{{{json}}},"query":{"q":{{{json}}}},"header":{"h":{{{json}}}},"metadata":{"m":{{{json}}}},"content":{"$.a":{{{json}}}},"body":{"$.b":{{{json}}}}}"""));
        Assert.Equal([expected, expected, expected], new[] { set.Path, set.Status, set.Method });
        Assert.Equal([expected, expected, expected, expected, expected], [set.Query["q"], set.Headers["H"], set.Metadata["m"], set.Body["$.a"], set.Body["$.b"]]);
    }

    [Fact]
    public void A_generator_nobody_knows_is_kept_with_a_warning()
    {
        var warnings = new List<string>();
        var set = PactReader.ReadGenerators(Reading.Json("""{"body":{"$.a":{"type":"Fish"},"$.b":{}}}"""), warnings);
        Assert.Equal("Fish", Assert.IsType<UnknownGenerator>(Assert.Single(set.Body).Value).Name);
        Assert.Equal(2, warnings.Count);
    }

    private static IReadOnlyDictionary<string, RuleList> Body(string json) => PactReader.ReadMatchingRules(Reading.Json(json)).Body;
}
