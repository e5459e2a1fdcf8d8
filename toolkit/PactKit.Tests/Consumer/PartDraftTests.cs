using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Tests.Extensions;
using PactNet.Matchers;

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
    public void Different_rules_of_two_values_of_a_header_become_alternatives()
    {
        var response = Described.Json(Described.Response().WithHeader("X", Match.Regex("a", "^a$")).WithHeader("X", Match.Regex("b", "^b$")))["response"]!;
        var rules = response["matchingRules"]!["header"]!["X"]!;
        Assert.Equal("OR", (string?)rules["combine"]);
        Assert.Equal(["^a$", "^b$"], rules["matchers"]!.AsArray().Select(rule => (string?)rule!["regex"]));
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

    [Fact]
    public void A_list_header_under_a_rule_is_taken_apart_too()
    {
        var response = Described.Json(Described.Response().WithHeader("Vary", Match.Regex("a, b", "[a-z]")))["response"]!;
        Assert.Equal(["a", "b"], response["headers"]!["Vary"]!.AsArray().Select(item => (string)item!));
    }

    [Fact]
    public void A_matcher_without_an_example_stands_for_an_empty_header()
    {
        var response = Described.Json(Described.Response().WithHeader("X-A", """{"pact:matcher:type":"type"}"""))["response"]!;
        Assert.Equal("", (string)response["headers"]!["X-A"]![0]!);
    }

    [Fact]
    public void Metadata_of_a_matcher_stays_the_json_it_is()
    {
        var message = new MessageDraft("d");
        message.SetMetadata("priority", """{"pact:matcher:type":"integer","value":7}""");
        message.SetMetadata("plain", "7");
        var contents = message.Build().Contents;
        Assert.Equal(System.Text.Json.JsonValueKind.Number, contents.Metadata["priority"].ValueKind);
        Assert.Equal(RuleList.Of(new IntegerRule()).Rules, contents.MatchingRules.Metadata["priority"].Rules);
        Assert.Equal("7", contents.Metadata["plain"].GetString());
    }
}
