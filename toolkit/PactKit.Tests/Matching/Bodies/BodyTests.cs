using System.Text;
using PactKit.Matching;
using PactKit.Model;
using static PactKit.Tests.Matching.Comparing;

namespace PactKit.Tests.Matching.Bodies;

public sealed class BodyTests
{
    public static TheoryData<string, string, bool> States() => new()
    {
        { "missing", "missing", true }, { "missing", "empty", true }, { "missing", "null", true }, { "missing", "present", true },
        { "empty", "missing", true }, { "empty", "empty", true }, { "empty", "null", true }, { "empty", "present", false },
        { "null", "missing", true }, { "null", "empty", true }, { "null", "null", true }, { "null", "present", false }, { "null", "json null", true },
        { "present", "missing", false }, { "present", "empty", false }, { "present", "null", false }, { "present", "present", true },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void The_four_states_of_a_body_are_kept_apart(string expected, string actual, bool matches) =>
        Assert.Equal(matches, new RequestMatcher(new Request { Body = State(expected) }).Match(new Request { Body = State(actual) }).Count == 0);

    [Fact]
    public void Only_a_JSON_document_null_is_as_good_as_no_body()
    {
        var matcher = new RequestMatcher(new Request { Body = PactKit.Model.Body.Null });
        Assert.Empty(matcher.Match(new Request { Body = Body("application/json", " null\n") }));
        Assert.Single(matcher.Match(new Request { Body = Body("text/plain", "null") }));
    }

    [Theory]
    [InlineData("application/json", "application/json;charset=utf-8", true)]
    [InlineData("application/json", "APPLICATION/JSON", true)]
    [InlineData("application/json;charset=utf-8", "application/json", false)]
    [InlineData("application/json", "application/hal+json", true)]
    [InlineData("application/hal+json", "application/json", false)]
    [InlineData("application/xml", "text/xml", true)]
    [InlineData("text/xml", "application/xml", true)]
    [InlineData("application/json", "text/plain", false)]
    [InlineData("*/*", "text/plain", true)]
    public void Content_types_go_together_or_not(string expected, string actual, bool matches)
    {
        const string Content = "<a/>";
        var (first, second) = (new Request { Body = Body(expected, Content) }, new Request { Body = Body(actual, Content) });
        Assert.Equal(!matches, new RequestMatcher(first).Match(second).Any(m => m is BodyTypeMismatch));
    }

    [Fact]
    public void A_wrong_content_type_is_named()
    {
        var mismatches = new ResponseMatcher(new Response { Body = Body("application/json", "{}") }).Match(new Response { Body = Body("text/plain", "{}") });
        Assert.Equal(["Expected a body of 'application/json' but the actual content type was 'text/plain'"], mismatches.Texts());
    }

    [Theory]
    [InlineData("application/json", "{", "{}", "expected")]
    [InlineData("application/json", "{}", "{", "actual")]
    [InlineData("application/json", "{}", "\u0001", "actual")]
    [InlineData("application/xml", "<a>", "<a/>", "expected")]
    [InlineData("application/xml", "<a/>", "<a>", "actual")]
    public void A_body_that_cannot_be_parsed_is_a_mismatch_that_says_which_side(string type, string expected, string actual, string side)
    {
        var mismatch = Assert.Single(InRequests(type, expected, actual));
        Assert.Equal("$", Assert.IsType<BodyMismatch>(mismatch).Path);
        Assert.StartsWith($"Failed to parse the {side} body as ", mismatch.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter()
    {
        Assert.Empty(Json("\uFEFF{\"a\":1}", "{\"a\":1}"));
        Assert.Empty(Json("{\"a\":1}", "\uFEFF{\"a\":1}"));
        Assert.Empty(InRequests("application/xml", "<a/>", "\uFEFF<a/>"));
    }

    [Fact]
    public void A_charset_is_honoured()
    {
        var type = new ContentType("application", "json", new Dictionary<string, string> { ["charset"] = "iso-8859-1" });
        var expected = new Request { Body = PactKit.Model.Body.Of("{\"a\":\"é\"}"u8.ToArray(), ContentType.Json) };
        var actual = new Request { Body = PactKit.Model.Body.Of(Encoding.Latin1.GetBytes("{\"a\":\"é\"}"), type) };
        Assert.Empty(new RequestMatcher(expected).Match(actual));
    }

    [Fact]
    public void Of_equal_keys_the_last_one_counts()
    {
        Assert.Empty(Json("""{"a":1,"a":2}""", """{"a":2}"""));
        Assert.Empty(Json("""{"a":2}""", """{"a":1,"a":2}"""));
        Assert.Single(Json("""{"a":1}""", """{"a":1,"a":2}"""));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_a_comparison()
    {
        Assert.Empty(Json("""{"a":"\ud800x"}""", """{"a":"\ud800x"}"""));
        Assert.Single(Json("""{"a":"\ud800x"}""", """{"a":"\ud800y"}"""));
        Assert.Single(Json("""{"\ud800":1}""", """{"\ud800":2}"""));
    }

    [Theory]
    [InlineData("""{"a":{"b c":[{"d":1}]}}""", """{"a":{"b c":[{"d":2}]}}""", "$.a['b c'][0].d")]
    [InlineData("""{"100":1}""", """{"100":2}""", "$[100]")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", "$.a")]
    [InlineData("[1,2]", "[1]", "$")]
    [InlineData("1", "2", "$")]
    public void A_mismatch_names_its_place(string expected, string actual, string path) =>
        Assert.Equal(path, Assert.IsType<BodyMismatch>(JsonResponse(expected, actual)[0]).Path);

    [Theory]
    [InlineData("[1,2]", "[1]", "Expected a List with 2 elements but received 1 elements")]
    [InlineData("[1,2]", "[1]", "Expected 2 but was missing")]
    [InlineData("[]", "[1]", "Expected an empty List but received [1]")]
    [InlineData("{}", """{"a":1}""", "Expected an empty Map but received {\"a\":1}")]
    [InlineData("""{"a":1}""", """{"b":1}""", "Expected a Map with keys [a] but received one with keys [b]")]
    [InlineData("""{"a":{}}""", """{"a":1}""", "Type mismatch: Expected 1 (Integer) to be the same type as {} (Object)")]
    [InlineData("""{"a":1}""", """{"a":[]}""", "Expected [] (Array) to be equal to 1 (Integer)")]
    public void A_mismatch_says_what_is_wrong(string expected, string actual, string sentence) =>
        Assert.Contains(sentence, Json(expected, actual).Texts());

    [Theory]
    [InlineData("a=1&b=2", "b=2&a=1", "{}", true)]
    [InlineData("a=1", "a=2", "{}", false)]
    [InlineData("a=1", "a=2", """{"$.a":{"matchers":[{"match":"regex","regex":"\\d"}]}}""", true)]
    [InlineData("a=1", "a=1&b=2", "{}", false)]
    public void Forms_are_compared_like_queries(string expected, string actual, string rules, bool matches) =>
        Assert.Equal(matches, InRequests("application/x-www-form-urlencoded", expected, actual, rules).Count == 0);

    [Fact]
    public void A_form_in_a_response_may_hold_more()
    {
        const string Form = "application/x-www-form-urlencoded";
        Assert.Empty(InResponses(Form, "a=1", "a=1&b=2"));
        var mismatch = Assert.IsType<BodyMismatch>(Assert.Single(InResponses(Form, "c=3", "c=33")));
        Assert.Equal(("$.c", "Expected form post parameter 'c' with value '3' but was '33'"), (mismatch.Path, mismatch.Description));
    }

    [Theory]
    [InlineData("a\n", "a", "{}", false)]
    [InlineData("a", "a", "{}", true)]
    [InlineData("a", "bcd", """{"$":{"matchers":[{"match":"regex","regex":"[a-z]+"}]}}""", true)]
    [InlineData("a", "bcd", """{"$":{"matchers":[{"match":"include","value":"c"}]}}""", true)]
    [InlineData("a", "bcd", """{"$":{"matchers":[{"match":"type"}]}}""", true)]
    [InlineData("a", "bcd", """{"$":{"matchers":[{"match":"equality"}]}}""", false)]
    public void Text_is_compared_as_a_whole(string expected, string actual, string rules, bool matches) =>
        Assert.Equal(matches, InRequests("text/plain", expected, actual, rules).Count == 0);

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"$":{"matchers":[{"match":"type"}]}}""", true)]
    [InlineData("""{"$":{"matchers":[{"match":"contentType","value":"image/png"}]}}""", true)]
    [InlineData("""{"$":{"matchers":[{"match":"contentType","value":"image/gif"}]}}""", false)]
    [InlineData("""{"$":{"matchers":[{"match":"regex","regex":".*"}]}}""", false)]
    [InlineData("""{"$":{"matchers":[{"match":"notEmpty"}]}}""", true)]
    public void Bytes_are_compared_as_a_whole(string rules, bool matches)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];
        byte[] other = [.. png[..8], 2];
        var type = new ContentType("image", "png");
        var expected = new Request { Body = PactKit.Model.Body.Of(png, type), MatchingRules = RulesOf($$"""{"body":{{rules}} }""") };
        Assert.Equal(matches, new RequestMatcher(expected).Match(new Request { Body = PactKit.Model.Body.Of(other, type) }).Count == 0);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("FFD8FFE000", "image/jpeg")]
    [InlineData("4749463839", "image/gif")]
    [InlineData("255044462D312E34", "application/pdf")]
    [InlineData("504B030414", "application/zip")]
    [InlineData("1F8B0800", "application/gzip")]
    [InlineData("52494646AAAAAAAA57454250", "image/webp")]
    [InlineData("00000018667479706D703432", "video/mp4")]
    [InlineData("7B2261223A317D", "application/json")]
    [InlineData("3C3F786D6C2076657273696F6E3D22312E30223F3E3C612F3E", "application/xml")]
    [InlineData("612C622C630A", "text/plain")]
    [InlineData("4D5A68656C6C6F", "text/plain")]
    [InlineData("00FF00FF", "application/octet-stream")]
    public void The_first_bytes_tell_what_a_body_is(string hex, string type) =>
        Assert.Equal(type, PactKit.Matching.Bodies.MagicNumbers.Detect(Convert.FromHexString(hex)).ToString());

    private static Body State(string name) => name switch
    {
        "missing" => PactKit.Model.Body.Missing,
        "empty" => PactKit.Model.Body.Empty,
        "null" => PactKit.Model.Body.Null,
        "json null" => Body("application/json", "null"),
        _ => Body("application/json", """{"a":1}"""),
    };
}
