using static PactKit.Tests.Matching.Comparing;

namespace PactKit.Tests.Matching.Rules;

public sealed class ContainerRuleTests
{
    private const string Type = """{"match":"type"}""";

    private const string Letters = """{"match":"regex","regex":"[a-z]+"}""";

    [Theory]
    // a type rule lets lists grow and shrink, and compares with the first example
    [InlineData("""{"a":[1]}""", """{"a":[1,2,3]}""", "$.a", """{"match":"type"}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[]}""", "$.a", """{"match":"type"}""", true)]
    [InlineData("""{"a":[1]}""", """{"a":[1,"x"]}""", "$.a", """{"match":"type"}""", false)]
    [InlineData("""{"a":[1,"x"]}""", """{"a":[2,"y",3]}""", "$.a", """{"match":"type"}""", true)]
    // sizes count where the rule is written, and not below
    [InlineData("""{"a":[1]}""", """{"a":[1]}""", "$.a", """{"match":"type","min":2}""", false)]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "$.a", """{"match":"type","min":2}""", true)]
    [InlineData("""{"a":[1]}""", """{"a":[1,2,3]}""", "$.a", """{"match":"type","max":2}""", false)]
    [InlineData("""{"a":[[1]]}""", """{"a":[[1],[1]]}""", "$.a", """{"match":"type","min":2}""", true)]
    [InlineData("""{"a":[1]}""", """{"a":[]}""", "$", """{"match":"type","min":1}""", true)]
    [InlineData("""{"a":{"x":1}}""", """{"a":{"x":1}}""", "$.a", """{"match":"type","min":2}""", false)]
    [InlineData("""{"a":[]}""", """{"a":[1]}""", "$.a", """{"match":"type","min":2}""", false)]
    [InlineData("""{"a":[]}""", """{"a":["anything",1]}""", "$.a", """{"match":"type","min":2}""", true)]
    // the item's rule does not let the list grow
    [InlineData("""{"a":[1]}""", """{"a":[2]}""", "$.a[*]", """{"match":"type"}""", true)]
    [InlineData("""{"a":[1]}""", """{"a":[2,3]}""", "$.a[*]", """{"match":"type"}""", false)]
    [InlineData("""{"a":[1,2]}""", """{"a":[7,2]}""", "$.a[0]", """{"match":"type"}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,7]}""", "$.a[0]", """{"match":"type"}""", false)]
    [InlineData("""{"a":{"5":1}}""", """{"a":{"5":9}}""", "$.a[*]", """{"match":"type"}""", true)]
    [InlineData("""{"a":{"x":1}}""", """{"a":{"x":9}}""", "$.a[*]", """{"match":"type"}""", false)]
    // equality compares lists and maps as a whole
    [InlineData("""{"a":[1,2]}""", """{"a":[1,2]}""", "$.a", """{"match":"equality"}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,2,2]}""", "$.a", """{"match":"equality"}""", false)]
    // rules about values go to each item
    [InlineData("""{"a":["x"]}""", """{"a":["y","z"]}""", "$.a", """{"match":"regex","regex":"[a-z]"}""", true)]
    [InlineData("""{"a":["x"]}""", """{"a":["y","1"]}""", "$.a", """{"match":"regex","regex":"[a-z]"}""", false)]
    [InlineData("""{"a":[1]}""", """{"a":[2,3]}""", "$.a", """{"match":"integer"}""", true)]
    [InlineData("""{"a":[1]}""", """{"a":[2,3.5]}""", "$.a", """{"match":"integer"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":[]}""", "$.a", """{"match":"notEmpty"}""", false)]
    [InlineData("""{"a":[1]}""", """{"a":[1]}""", "$.a", """{"match":"null"}""", false)]
    // and do not apply to a map itself
    [InlineData("""{"a":{"x":1}}""", """{"a":{"x":1}}""", "$.a", """{"match":"integer"}""", false)]
    [InlineData("""{"a":{"x":"1"}}""", """{"a":{"x":"2"}}""", "$.a", """{"match":"regex","regex":"\\d"}""", true)]
    [InlineData("""{"a":{"x":"1"}}""", """{"a":{}}""", "$.a", """{"match":"notEmpty"}""", false)]
    [InlineData("""{"a":{"x":"1"}}""", """{"a":{"x":""}}""", "$.a", """{"match":"notEmpty"}""", false)]
    // containers are never scalars, whatever the rule
    [InlineData("""{"a":[1]}""", """{"a":1}""", "$.a", """{"match":"type"}""", false)]
    [InlineData("""{"a":{}}""", """{"a":"x"}""", "$.a", """{"match":"regex","regex":".*"}""", false)]
    public void A_rule_decides_about_a_list_or_map(string expected, string actual, string path, string rule, bool matches) =>
        Assert.Equal(matches, Json(expected, actual, At(path, rule)).Count == 0);

    [Fact]
    public void A_type_rule_does_not_permit_unexpected_keys_in_requests()
    {
        Assert.Single(Json("""{"a":1}""", """{"a":1,"b":2}""", At("$", Type)));
        Assert.Empty(JsonResponse("""{"a":1}""", """{"a":1,"b":2}""", At("$", Type)));
    }

    [Fact]
    public void A_missing_key_is_not_null()
    {
        var mismatch = Assert.Single(JsonResponse("""{"a":null}""", "{}", At("$.a", """{"match":"null"}""")));
        Assert.Equal("Actual map is missing the following keys: a", mismatch.Description);
    }

    [Fact]
    public void An_expected_empty_map_stays_empty_in_requests_even_under_a_rule()
    {
        Assert.Single(Json("{}", """{"a":1}""", At("$", Type)));
        Assert.Equal(["Expected an empty Map but received {\"a\":1}"], Json("{}", """{"a":1}""", At("$", """{"match":"values"}""")).Texts());
        Assert.Empty(JsonResponse("{}", """{"a":1}"""));
    }

    [Fact]
    public void Values_ignores_the_keys_and_compares_with_the_example_of_the_key_or_the_first()
    {
        var rules = $$"""{"$":{"matchers":[{"match":"values"}]},"$.*":{"matchers":[{{Type}}]} }""";
        Assert.Empty(Json("""{"a":"x","b":1}""", """{"b":2,"c":"y"}""", rules));
        Assert.Equal(["Expected 1 (Integer) to be the same type as 'x' (String)"], Json("""{"a":"x","b":1}""", """{"c":1}""", rules).Texts());
    }

    [Fact]
    public void EachKey_alone_disables_the_comparison_of_keys_and_values()
    {
        var rules = At("$", $$"""{"match":"eachKey","rules":[{{Letters}}]}""");
        Assert.Empty(Json("""{"a":1,"b":2}""", """{"c":"what","d":true}""", rules));
        Assert.Empty(Json("""{"a":1}""", """{"a":2}""", rules));
        Assert.Equal(["Expected 'D1' to match '[a-z]+'"], Json("""{"a":1}""", """{"D1":1}""", rules).Texts());
    }

    [Fact]
    public void EachValue_replaces_the_rules_of_the_values_it_applies_to()
    {
        var rules = $$"""{"$":{"matchers":[{"match":"eachValue","rules":[{{Type}}]}]},"$.*.n":{"matchers":[{"match":"regex","regex":"\\d+"}]} }""";
        Assert.Empty(Json("""{"a":{"n":"1"}}""", """{"b":{"n":"no digits"}}""", rules));
        Assert.Single(Json("""{"a":{"n":"1"}}""", """{"b":{"n":1}}""", rules));
    }

    [Fact]
    public void EachValue_pads_lists_and_accepts_empty_ones()
    {
        var rules = At("$", $$"""{"match":"eachValue","rules":[{{Letters}}]}""");
        Assert.Empty(Json("""["a"]""", """["b","c"]""", rules));
        Assert.Empty(Json("""["a"]""", "[]", rules));
        Assert.Single(Json("""["a"]""", """["b","1"]""", rules));
    }

    [Fact]
    public void ArrayContains_finds_each_variant_anywhere_under_its_own_rules()
    {
        var rules = At("$", """{"match":"arrayContains","variants":[{"index":1,"rules":{"$.n":{"matchers":[{"match":"regex","regex":"\\d+"}]}}}]}""");
        Assert.Empty(Json("""[{"n":"x"},{"n":"1"}]""", """[true,{"n":"22"},[]]""", rules));
        Assert.Equal(["Variant at index 1 ({\"n\":\"1\"}) was not found in the actual list"], Json("""[{"n":"x"},{"n":"1"}]""", """[{"n":"x"}]""", rules).Texts());
    }

    [Fact]
    public void ArrayContains_without_variants_wants_each_example_by_equality()
    {
        var rules = At("$", """{"match":"arrayContains","variants":[]}""");
        Assert.Empty(Json("[1,2]", "[3,2,1]", rules));
        Assert.Single(Json("[1,2]", "[3,2]", rules));
    }

    [Fact]
    public void ArrayContains_without_variants_wants_the_whole_of_each_example()
    {
        Assert.Single(JsonResponse("""[{"k":1}]""", """[{"k":1,"l":2}]""", At("$", """{"match":"arrayContains","variants":[]}""")));
        Assert.Empty(JsonResponse("""[{"k":1}]""", """[{"k":1,"l":2}]""", At("$", """{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}""")));
    }

    [Fact]
    public void ArrayContains_searches_every_list_below_its_place_and_leaves_maps_alone()
    {
        var rules = At("$", """{"match":"arrayContains","variants":[]}""");
        Assert.Empty(Json("""{"v":{"b":["x",1.5]}}""", """{"v":{"b":[1.5,"y","x"]}}""", rules));
        Assert.Equal(["Variant at index 1 (1.5) was not found in the actual list"], Json("""{"v":{"b":["x",1.5]}}""", """{"v":{"b":["x",2]}}""", rules).Texts());
        Assert.Single(Json("""{"v":{"b":1}}""", """{"v":{"c":1}}""", rules));
    }

    [Theory]
    [InlineData("""{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}""")]
    [InlineData("""{"match":"mystery"}""")]
    public void An_example_without_items_says_nothing_about_the_list(string rule) =>
        Assert.Empty(Json("""{"a":[]}""", """{"a":[1]}""", At("$.a", rule)));

    [Theory]
    [InlineData("1", true)]
    [InlineData("\"abc\"", true)]
    [InlineData("1.5", false)]
    public void One_rule_of_an_OR_is_enough_for_a_scalar(string actual, bool matches)
    {
        const string Rules = """{"$.a":{"combine":"OR","matchers":[{"match":"integer"},{"match":"regex","regex":"[a-z]+"}]}}""";
        Assert.Equal(matches, Json("""{"a":1}""", $$"""{"a":{{actual}}}""", Rules).Count == 0);
    }

    [Fact]
    public void One_rule_of_an_OR_is_enough_for_lists_and_maps()
    {
        const string Rules = """{"$.a":{"combine":"OR","matchers":[{"match":"type","min":3},{"match":"type","max":1}]}}""";
        Assert.Empty(Json("""{"a":[1]}""", """{"a":[1]}""", Rules));
        Assert.Empty(Json("""{"a":[1]}""", """{"a":[1,2,3]}""", Rules));
        Assert.Equal(2, Json("""{"a":[1]}""", """{"a":[1,2]}""", Rules).Count);
        Assert.Empty(Json("""{"a":{"k":1}}""", """{"a":{"k":1}}""", Rules));
    }

    [Fact]
    public void All_rules_of_an_AND_are_reported()
    {
        var rules = At("$.a", """{"match":"integer"}""", """{"match":"include","value":"7"}""");
        Assert.Equal(2, Json("""{"a":7}""", """{"a":"x"}""", rules).Count);
    }

    [Fact]
    public void Equality_on_a_child_resets_a_cascading_type_rule()
    {
        const string Rules = """{"$":{"matchers":[{"match":"type"}]},"$.b":{"matchers":[{"match":"equality"}]}}""";
        Assert.Empty(Json("""{"a":1,"b":1}""", """{"a":2,"b":1}""", Rules));
        Assert.Single(Json("""{"a":1,"b":1}""", """{"a":2,"b":2}""", Rules));
    }

    [Fact]
    public void An_empty_list_of_rules_is_as_good_as_none() =>
        Assert.Single(Json("""{"a":1}""", """{"a":2}""", """{"$.a":{"matchers":[]}}"""));
}
