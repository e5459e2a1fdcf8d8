using System.Text.Json.Nodes;
using PactKit.Tests.Extensions;

namespace PactKit.Tests.Consumer;

/// <summary>What headers and bodies look like in a file, spelled as the official engine spells them.</summary>
public sealed class PartDraftTests
{
    [Fact]
    public void The_type_that_comes_with_a_body_has_no_blanks_in_the_header()
    {
        var response = Described.Json(Described.Response().WithBody("x", "text/plain; charset=utf-8"))["response"]!;
        Assert.Equal("text/plain;charset=utf-8", (string)response["headers"]!["Content-Type"]![0]!);
    }

    [Fact]
    public void A_type_that_was_set_as_a_header_stays_as_it_was_written()
    {
        var response = Described.Json(Described.Response().WithHeader("Content-Type", "text/plain; charset=UTF-8").WithBody("x", "text/plain"))["response"]!;
        Assert.Equal("text/plain; charset=UTF-8", (string)response["headers"]!["Content-Type"]![0]!);
    }

    [Fact]
    public void An_empty_text_is_an_empty_body_and_brings_no_header()
    {
        var response = Described.Json(Described.Response().WithBody("", "text/plain"))["response"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"content":""}"""), response["body"]), response.ToJsonString());
        Assert.Null(response["headers"]);
    }

    [Theory]
    [InlineData("Cache-Control", "no-cache, no-store", "no-cache|no-store")]
    [InlineData("accept", "a/b,c/d", "a/b|c/d")]
    [InlineData("X-Mine", "a, b", "a, b")]
    [InlineData("Date", "Sat, 01 Jan 2022 00:00:00 GMT", "Sat, 01 Jan 2022 00:00:00 GMT")]
    public void Only_headers_that_hold_lists_are_taken_apart(string name, string value, string expected)
    {
        var response = Described.Json(Described.Response().WithHeader(name, value))["response"]!;
        Assert.Equal(expected, string.Join('|', response["headers"]![name]!.AsArray().Select(item => (string)item!)));
    }
}
