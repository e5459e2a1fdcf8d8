using PactKit.Matching;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Matching.Parts;

public sealed class ResponseAndMessageTests
{
    [Theory]
    [InlineData("""{"match":"statusCode","status":"info"}""", 199, true)]
    [InlineData("""{"match":"statusCode","status":"info"}""", 200, false)]
    [InlineData("""{"match":"statusCode","status":"success"}""", 299, true)]
    [InlineData("""{"match":"statusCode"}""", 204, true)]
    [InlineData("""{"match":"statusCode","status":"redirect"}""", 302, true)]
    [InlineData("""{"match":"statusCode","status":"clientError"}""", 404, true)]
    [InlineData("""{"match":"statusCode","status":"clientError"}""", 500, false)]
    [InlineData("""{"match":"statusCode","status":"serverError"}""", 503, true)]
    [InlineData("""{"match":"statusCode","status":"nonError"}""", 399, true)]
    [InlineData("""{"match":"statusCode","status":"error"}""", 400, true)]
    [InlineData("""{"match":"statusCode","status":"error"}""", 399, false)]
    [InlineData("""{"match":"statusCode","status":[200,404]}""", 404, true)]
    [InlineData("""{"match":"statusCode","status":[200,404]}""", 201, false)]
    [InlineData("""{"match":"statusCode","status":["200"]}""", 200, true)]
    [InlineData("""{"match":"statusCode","status":["200"]}""", 201, false)]
    [InlineData("""{"match":"statusCode","status":[]}""", 200, false)]
    [InlineData("""{"match":"statusCode","status":"no such class"}""", 200, false)]
    [InlineData("""{"match":"integer"}""", 418, true)]
    [InlineData("""{"match":"regex","regex":"2\\d\\d"}""", 201, true)]
    [InlineData("""{"match":"include","value":"0"}""", 404, true)]
    [InlineData("""{"match":"type"}""", 404, true)]
    public void A_rule_decides_about_the_status(string rule, int status, bool matches)
    {
        var expected = new Response { MatchingRules = Comparing.RulesOf($$"""{"status":{"matchers":[ {{rule}} ]} }""") };
        Assert.Equal(matches, new ResponseMatcher(expected).Match(new Response { Status = status }).Count == 0);
    }

    [Fact]
    public void Without_a_rule_statuses_are_equal() =>
        Assert.Equal(["expected 200 but was 404"], new ResponseMatcher(new Response()).Match(new Response { Status = 404 }).Texts());

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"x","more":1}""", 0)]
    [InlineData("""{"a":"x"}""", "{}", 1)]
    [InlineData("""{"a":{"k":1}}""", """{"a":{"k":1,"l":2}}""", 1)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", 1)]
    [InlineData("""{"contentType":"application/json"}""", """{"contentType":"application/json;charset=utf-8"}""", 0)]
    public void Metadata_is_compared_by_key(string expected, string actual, int mismatches) =>
        Assert.Equal(mismatches, new MessageMatcher(Metadata(expected)).Match(Metadata(actual)).Count);

    [Fact]
    public void A_rule_decides_about_metadata()
    {
        var matcher = new MessageMatcher(Metadata("""{"a":"AB-1"}""") with { MatchingRules = Comparing.RulesOf("""{"metadata":{"a":{"matchers":[{"match":"regex","regex":"\\w+-\\d+"}]}}}""") });
        Assert.Empty(matcher.Match(Metadata("""{"a":"XYZ-77"}""")));
        var mismatch = Assert.IsType<MetadataMismatch>(Assert.Single(matcher.Match(Metadata("""{"a":"XYZ"}"""))));
        Assert.Equal(("a", "regex"), (mismatch.Key, mismatch.Rule));
    }

    [Fact]
    public void A_missing_content_type_is_forgiven_when_the_body_has_it()
    {
        var matcher = new MessageMatcher(Metadata("""{"contentType":"text/plain"}""") with { Contents = Comparing.Body("text/plain", "x") });
        Assert.Empty(matcher.Match(new MessageContents { Contents = Comparing.Body("text/plain", "x") }));
    }

    [Theory]
    [InlineData("application/json", "application/json;charset=utf-8", true)]
    [InlineData("application/json", "application/hal+json", false)]
    [InlineData("application/xml", "text/xml", true)]
    [InlineData("*/*", "application/json", true)]
    public void Contents_of_a_message_have_the_expected_type_itself(string expected, string actual, bool matches)
    {
        var matcher = new MessageMatcher(new MessageContents { Contents = Comparing.Body(expected, expected.EndsWith("xml", StringComparison.Ordinal) ? "<a/>" : "1") });
        var received = new MessageContents { Contents = Comparing.Body(actual, actual.EndsWith("xml", StringComparison.Ordinal) ? "<a/>" : "1") };
        Assert.Equal(matches, matcher.Match(received).Count == 0);
    }

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("application/json", false)]
    public void Empty_contents_say_nothing_about_contents_of_another_type(string actual, bool matches)
    {
        var matcher = new MessageMatcher(Metadata("""{"contentType":"application/json"}""") with { Contents = Body.Empty });
        var received = Metadata("""{"contentType":"application/json"}""") with { Contents = Comparing.Body(actual, "1") };
        Assert.Equal(matches, matcher.Match(received).Count == 0);
    }

    [Fact]
    public void Synchronous_messages_need_as_many_responses_as_expected()
    {
        var text = new MessageContents { Contents = Comparing.Body("text/plain", "x") };
        var other = new MessageContents { Contents = Comparing.Body("text/plain", "y") };
        var matcher = new SynchronousMessageMatcher(new SynchronousMessage { Description = "", Request = text, Response = [text, text] });
        Assert.Empty(matcher.MatchRequest(text));
        Assert.Empty(matcher.MatchResponses([text, text]));
        Assert.Equal(["Expected a message with 2 responses, but the actual response had 1"], matcher.MatchResponses([text]).Texts());
        Assert.Single(matcher.MatchResponses([text, other]));
    }

    private static MessageContents Metadata(string json) =>
        new() { Metadata = Reading.Json(json).EnumerateObject().ToDictionary(p => p.Name, p => p.Value) };
}
