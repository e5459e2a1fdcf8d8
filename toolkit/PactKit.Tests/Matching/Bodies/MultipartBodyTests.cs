using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Matching.Bodies;

public sealed class MultipartBodyTests
{
    private const string Name = "Content-Disposition: form-data; name=\"name\"\r\n\r\nMary";

    private const string File = "Content-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\nContent-Type: application/json\r\n\r\n";

    [Fact]
    public void Parts_are_found_by_name_in_any_order_and_more_are_fine()
    {
        Assert.Empty(Compare([Name, File + "{\"a\":1}"], [File + "{ \"a\": 1 }", Name]));
        Assert.Empty(Compare([Name], [File + "{}", Name]));
        Assert.Equal(["Expected a MIME part 'name' but was missing"], Compare([Name], [File + "{}"]).Texts());
    }

    [Fact]
    public void A_field_is_compared_as_text()
    {
        var mismatch = Assert.IsType<BodyMismatch>(Assert.Single(Compare([Name], [Name + "x"])));
        Assert.Equal("$.name", mismatch.Path);
        Assert.Empty(Compare([Name], [Name + "x"], """{"$.name":{"matchers":[{"match":"regex","regex":"[A-Z][a-z]+"}]}}"""));
    }

    [Fact]
    public void A_file_is_compared_by_its_own_type_and_its_name_does_not_matter()
    {
        Assert.Empty(Compare([File + "{\"a\":1}"], [File.Replace("a.json", "b.json", StringComparison.Ordinal) + "{\"a\": 1}"]));
        var mismatch = Assert.IsType<BodyMismatch>(Assert.Single(Compare([File + "{\"a\":1}"], [File + "{\"a\":2}"])));
        Assert.Equal("$.file.a", mismatch.Path);
        Assert.Empty(Compare([File + "{\"a\":1}"], [File + "{\"a\":2}"], """{"$.file.a":{"matchers":[{"match":"integer"}]}}"""));
    }

    [Fact]
    public void A_rule_about_bytes_takes_the_file_as_a_whole() =>
        Assert.Empty(Compare([File + "{\"a\":1}"], [File + "[2]"], """{"$.file":{"matchers":[{"match":"contentType","value":"application/json"}]}}"""));

    [Fact]
    public void A_file_is_not_a_field() =>
        Assert.Single(Compare([Name], ["Content-Disposition: form-data; name=\"name\"; filename=\"x\"\r\n\r\nMary"]));

    [Fact]
    public void A_part_in_base64_is_decoded() =>
        Assert.Empty(Compare(["Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nTWFyeQ=="], ["Content-Type: text/plain\r\n\r\nMary"]));

    [Fact]
    public void Different_boundaries_need_a_rule_for_the_header()
    {
        Assert.Contains(Compare([Name], [Name], actualBoundary: "other"), m => m is BodyTypeMismatch);
        const string Rules = """{"header":{"Content-Type":{"matchers":[{"match":"regex","regex":"multipart/form-data;(\\s*charset=[^;]*;)?\\s*boundary=.*"}]}}}""";
        Assert.Empty(new RequestMatcher(Request([Name], "x") with { MatchingRules = Comparing.RulesOf(Rules) }).Match(Request([Name], "other")));
    }

    private static IReadOnlyList<Mismatch> Compare(string[] expected, string[] actual, string rules = "{}", string actualBoundary = "x") =>
        new RequestMatcher(Request(expected, "x") with { MatchingRules = Comparing.RulesOf($$"""{"body":{{rules}} }""") }).Match(Request(actual, actualBoundary));

    private static Request Request(string[] parts, string boundary)
    {
        var type = $"multipart/form-data;boundary={boundary}";
        var text = string.Concat(parts.Select(p => $"--{boundary}\r\n{p}\r\n")) + $"--{boundary}--\r\n";
        return new Request { Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = [type] }, Body = Comparing.Body(type, text) };
    }
}
