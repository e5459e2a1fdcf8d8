using Microsoft.Extensions.Time.Testing;
using PactKit.Generators;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Generators;

public sealed class RuleGeneratorTests
{
    private const string Seven = """{"type":"RandomInt","min":7,"max":7}""";
    private const string Eight = """{"type":"RandomInt","min":8,"max":8}""";

    [Fact]
    public void An_item_gets_the_generators_of_the_first_variant_that_fits_it()
    {
        var variants = Variant(0, "a", Seven) + "," + Variant(1, "b", Eight);
        Assert.Equal(
            """{"l":[{"kind":"a","id":7},{"kind":"b","id":8},{"kind":"b","id":8},{"kind":"c","id":4}]}""",
            Generate("""{"l":[{"kind":"a","id":1},{"kind":"b","id":2},{"kind":"b","id":3},{"kind":"c","id":4}]}""", "$.l", ArrayContains(variants)));
    }

    [Fact]
    public void Of_two_variants_that_fit_the_first_one_wins() =>
        Assert.Equal("""{"l":[{"kind":"a","id":7},{"kind":"a","id":7}]}""", Generate(
            """{"l":[{"kind":"a","id":1},{"kind":"a","id":2}]}""", "$.l", ArrayContains(Variant(0, "a", Seven) + "," + Variant(1, "a", Eight))));

    [Fact]
    public void A_list_in_an_item_has_variants_of_its_own()
    {
        var inner = ArrayContains(Variant(0, "x", Eight));
        var outer = $$$"""{"match":"arrayContains","variants":[{"index":0,"rules":{"$.in":{"matchers":[{{{inner}}}]}},"generators":{"$.id":{{{Seven}}}}}]}""";
        Assert.Equal("""{"l":[{"id":7,"in":[{"kind":"x","id":8}]}]}""", Generate("""{"l":[{"id":1,"in":[{"kind":"x","id":2}]}]}""", "$.l", outer));
    }

    [Theory]
    [InlineData("""{"m":{"a":1,"b":2}}""", """{"m":{"a":7,"b":7}}""")]
    [InlineData("""{"m":[1,2]}""", """{"m":[7,7]}""")]
    [InlineData("""{"m":{"a":{"x":1},"b":2}}""", """{"m":{"a":{"x":1},"b":7}}""")]
    [InlineData("""{"m":1}""", """{"m":1}""")]
    public void EachValue_generates_single_values_of_a_map_or_list(string body, string expected) =>
        Assert.Equal(expected, Generate(body, "$.m", $$"""{"match":"eachValue","rules":[{"match":"integer"}],"generator":{{Seven}}}"""));

    [Fact]
    public void EachValue_within_eachValue_reaches_the_values_of_the_values() =>
        Assert.Equal("""{"m":{"a":[7,7],"b":[7]}}""", Generate(
            """{"m":{"a":[1,2],"b":[3]}}""",
            "$.m",
            $$"""{"match":"eachValue","rules":[{"match":"eachValue","rules":[{"match":"integer"}],"generator":{{Seven}}}]}"""));

    [Fact]
    public void EachKey_generates_keys_and_keeps_what_is_under_them() =>
        Assert.Equal("""{"m":{"7":{"x":1}}}""", Generate("""{"m":{"1":{"x":1}}}""", "$.m", $$"""{"match":"eachKey","rules":[],"generator":{{Seven}}}"""));

    [Fact]
    public void No_key_is_lost_when_two_would_get_the_same_name() =>
        Assert.Equal("""{"m":{"7":1,"2":2}}""", Generate("""{"m":{"1":1,"2":2}}""", "$.m", $$"""{"match":"eachKey","rules":[],"generator":{{Seven}}}"""));

    [Fact]
    public void A_generator_stored_by_path_wins_over_that_of_a_rule() =>
        Assert.Equal("""{"m":{"7":7,"b":8}}""", Generate(
            """{"m":{"a":1,"b":2}}""",
            "$.m",
            $$"""{"match":"eachValue","rules":[],"generator":{{Seven}}},{"match":"eachKey","rules":[],"generator":{{Seven}}}""",
            $$$"""{"body":{"$.m.b":{{{Eight}}}}}"""));

    [Fact]
    public void A_mock_server_applies_them_where_there_are_no_other_generators()
    {
        var response = new Response { Body = Body.Of("""{"m":[1]}"""u8.ToArray(), Json), MatchingRules = Rules("$.m", $$"""{"match":"eachValue","rules":[],"generator":{{Seven}}}""") };
        Assert.Equal("""{"m":[7]}""", new ConsumerMode(new FakeTimeProvider(), new Random(1)).Apply(response, new Uri("http://localhost/")).Body.Text());
    }

    private static ContentType Json => ContentType.TryParse("application/json", out var type) ? type : throw new InvalidOperationException();

    private static string Variant(int index, string kind, string generator) =>
        $$$"""{"index":{{{index}}},"rules":{"$.kind":{"matchers":[{"match":"regex","regex":"{{{kind}}}"}]},"$.id":{"matchers":[{"match":"integer"}]}},"generators":{"$.id":{{{generator}}}}}""";

    private static string ArrayContains(string variants) => $$"""{"match":"arrayContains","variants":[{{variants}}]}""";

    private static MatchingRules Rules(string path, string rules) =>
        PactReader.ReadMatchingRules(Reading.Json($$$$"""{"body":{"{{{{path}}}}":{"matchers":[{{{{rules}}}}]}}}"""));

    private static string Generate(string body, string path, string rules, string generators = "{}")
    {
        var request = new Request
        {
            Body = Body.Of(System.Text.Encoding.UTF8.GetBytes(body), Json),
            MatchingRules = Rules(path, rules),
            Generators = PactReader.ReadGenerators(Reading.Json(generators)),
        };
        var context = new GeneratorContext { Mode = GeneratorMode.Consumer, Time = new FakeTimeProvider(), Random = new Random(1) };
        var generated = PartGenerator.Apply(request, context);
        Assert.Empty(generated.Warnings);
        return generated.Part.Body.Text();
    }
}
