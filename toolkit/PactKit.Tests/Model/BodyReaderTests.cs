using System.Text;
using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class BodyReaderTests
{
    [Theory]
    [InlineData("""{}""", BodyState.Missing, "")]
    [InlineData("""{"body":""}""", BodyState.Empty, "")]
    [InlineData("""{"body":null}""", BodyState.Null, "")]
    [InlineData("""{"body":{"a":1}}""", BodyState.Present, """{"a":1}""")]
    [InlineData("""{"body":"plain"}""", BodyState.Present, "plain")]
    [InlineData("""{"headers":{"Content-Type":"application/json"},"body":"abc"}""", BodyState.Present, "\"abc\"")]
    [InlineData("""{"headers":{"Content-Type":"application/json"},"body":"{\"a\":1}"}""", BodyState.Present, """{"a":1}""")]
    [InlineData("""{"headers":{"Content-Type":"application/json"},"body":"\"abc\""}""", BodyState.Present, "\"abc\"")]
    [InlineData("""{"headers":{"Content-Type":"application/json"},"body":"[1]"}""", BodyState.Present, "\"[1]\"")]
    [InlineData("""{"headers":{"content-type":"text/plain"},"body":"{\"a\":1}"}""", BodyState.Present, """{"a":1}""")]
    [InlineData("""{"headers":{"content-type":"application/octet-stream"},"body":"aGVsbG8="}""", BodyState.Present, "hello")]
    [InlineData("""{"headers":{"content-type":"application/octet-stream"},"body":"not base64!"}""", BodyState.Present, "not base64!")]
    [InlineData("""{"headers":{"content-type":"image/png"},"body":{"a":1}}""", BodyState.Present, """{"a":1}""")]
    [InlineData("""{"body":-5}""", BodyState.Present, "-5")]
    public void A_V3_body_has_one_of_four_states(string request, BodyState state, string text)
    {
        var body = PactReader.ReadRequest(Reading.Json(request), PactSpecification.V3).Body;
        Assert.Equal((state, text), (body.State, body.Text()));
    }

    [Theory]
    [InlineData("""{}""", BodyState.Missing, "")]
    [InlineData("""{"body":{}}""", BodyState.Missing, "")]
    [InlineData("""{"body":{"contentType":"text/plain"}}""", BodyState.Missing, "")]
    [InlineData("""{"body":null}""", BodyState.Null, "")]
    [InlineData("""{"body":{"content":null}}""", BodyState.Null, "")]
    [InlineData("""{"body":{"content":""}}""", BodyState.Empty, "")]
    [InlineData("""{"body":{"content":"aGVsbG8=","encoded":"base64"}}""", BodyState.Present, "hello")]
    [InlineData("""{"body":{"content":"no!","encoded":"base64"}}""", BodyState.Present, "no!")]
    [InlineData("""{"body":{"content":"{\"a\": 1}","encoded":"json"}}""", BodyState.Present, """{"a": 1}""")]
    [InlineData("""{"body":{"content":"x","encoded":"rot13"}}""", BodyState.Present, "x")]
    [InlineData("""{"body":{"content":"x","encoded":true}}""", BodyState.Present, "x")]
    [InlineData("""{"body":{"content":"x","contentType":"application/json","encoded":false}}""", BodyState.Present, "\"x\"")]
    [InlineData("""{"headers":{"Content-Type":["application/json"]},"body":{"content":"x"}}""", BodyState.Present, "\"x\"")]
    [InlineData("""{"body":{"content":"x","contentType":"text/plain"}}""", BodyState.Present, "x")]
    [InlineData("""{"body":{"content":{"b":2,"a":1.0},"contentType":"application/json"}}""", BodyState.Present, """{"b":2,"a":1.0}""")]
    [InlineData("""{"body":{"content":[1],"contentType":"text/plain"}}""", BodyState.Present, "[1]")]
    [InlineData("""{"body":{"alligator":1}}""", BodyState.Present, """{"alligator":1}""")]
    [InlineData("""{"body":"text"}""", BodyState.Present, "text")]
    public void A_V4_body_has_one_of_four_states(string request, BodyState state, string text)
    {
        var body = PactReader.ReadRequest(Reading.Json(request), PactSpecification.V4).Body;
        Assert.Equal((state, text), (body.State, body.Text()));
    }

    [Fact]
    public void A_V4_body_keeps_its_own_content_type_and_hint()
    {
        var body = PactReader.ReadRequest(
            Reading.Json("""{"headers":{"Content-Type":["text/plain"]},"body":{"content":"x","contentType":"Text/CSV","contentTypeHint":"BINARY"}}"""),
            PactSpecification.V4).Body;
        Assert.Equal(("Text/CSV", ContentTypeHint.Binary), (body.ContentType!.ToString(), body.Hint));
    }

    [Theory]
    [InlineData("""{"body":{"content":"no!","encoded":"base64"}}""", "expected base64")]
    [InlineData("""{"body":{"content":"x","encoded":"rot13"}}""", "but found rot13")]
    [InlineData("""{"body":{"x":1}}""", "took the whole value as the body")]
    public void What_was_guessed_is_a_warning(string request, string expected)
    {
        var warnings = new List<string>();
        PactReader.ReadRequest(Reading.Json(request), PactSpecification.V4, warnings);
        Assert.Contains(expected, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_type_of_a_part_comes_from_the_body_then_the_header_then_the_bytes()
    {
        var json = Encoding.UTF8.GetBytes("{}");
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["content-type"] = ["text/csv"] };
        Assert.Equal("image/png", new Request { Headers = headers, Body = Body.Of(json, new ContentType("image", "png")) }.ContentType().ToString());
        Assert.Equal("text/csv", new Request { Headers = headers, Body = Body.Of(json) }.ContentType().ToString());
        Assert.Equal("application/json", new Response { Body = Body.Of(json) }.ContentType().ToString());
        Assert.Equal(ContentType.Unknown, new Response().ContentType());
    }

    [Theory]
    [InlineData("contentType")]
    [InlineData("content-type")]
    [InlineData("ContentType")]
    public void A_message_finds_its_content_type_in_the_metadata(string key)
    {
        var message = PactReader.ReadMessage(Reading.Json($$$$"""{"contents":"abc","metaData":{"{{{{key}}}}":"application/json"}}"""), PactSpecification.V3);
        Assert.Equal("\"abc\"", message.Contents.Text());
        Assert.Equal(ContentType.Json, message.ContentType());
    }
}
