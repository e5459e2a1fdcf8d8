using System.Text;
using PactKit.Broker.Hal;
using PactKit.Broker.Pacts;

namespace PactKit.Broker.Tests.Pacts;

public sealed class PactContentTests
{
    private static PactContent Read(string json) => PactContent.From(JsonBody.Parse(Encoding.UTF8.GetBytes(json)).Value);

    [Theory]
    [InlineData("""{"description":"foo","providerStates":[{"name":"bar","params":{"wiffle":"bar","meep":"eek"}}]}""")]
    [InlineData("""{"providerStates":[{"params":{"meep":"eek","wiffle":"bar"},"name":"bar"}],"description":"foo"}""")]
    public void The_known_interaction_has_the_known_id(string interaction)
    {
        // The published vector's params are sorted by key before hashing.
        var (value, _) = JsonBody.Parse(Encoding.UTF8.GetBytes(interaction));
        Assert.Equal("57d06e151eca35083e4d6b585b4d4fab2e2ed6b7", PactContent.InteractionId(value));
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("1", "1")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.10", "1.1")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e2", "100.0")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("1e15", "1e+15")]
    [InlineData("1e20", "1e+20")]
    [InlineData("1e23", "9.999999999999999e+22")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("123.456", "123.456")]
    public void Numbers_are_spelled_like_ruby_does(string literal, string expected) => Assert.Equal(expected, RubyNumber.Format(literal));

    [Fact]
    public void Order_names_and_other_metadata_do_not_change_the_sha()
    {
        var one = Read("""{"consumer":{"name":"a"},"interactions":[{"description":"1","x":{"b":1,"a":2}},{"description":"2"}],"metadata":{"pactSpecification":{"version":"2.0.0"},"tool":"x"}}""");
        var two = Read("""{"consumer":{"name":"b"},"metadata":{"pact-specification":{"version":"2.0.0"}},"interactions":[{"description":"2"},{"x":{"a":2,"b":1},"description":"1"}],"extra":1}""");
        Assert.Equal(one.Sha, two.Sha);
    }

    [Theory]
    [InlineData("""{"interactions":[{"description":"1"}],"metadata":{"pactSpecification":{"version":"3.0.0"}}}""")]
    [InlineData("""{"interactions":[{"description":"1","_id":"x"}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""")]
    [InlineData("""{"interactions":[{"description":"1","n":1}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""")]
    public void What_is_verified_changes_the_sha(string other) =>
        Assert.NotEqual(Read("""{"interactions":[{"description":"1"}],"metadata":{"pactSpecification":{"version":"2.0.0"}}}""").Sha, Read(other).Sha);

    [Fact]
    public void Content_without_interactions_is_hashed_as_it_is() =>
        Assert.Equal(CanonicalJson.Sha1("{\"b\":1,\"a\":\"ü/\u007f\"}"), Read("{\"b\" : 1, \"a\" : \"\\u00fc\\/\u007f\"}").Sha);

    [Fact]
    public void The_id_comes_first_and_a_given_one_stays()
    {
        var content = Read("""{"interactions":[{"description":"a"},{"description":"b","_id":"mine"}],"createdAt":"x","_links":{}}""");
        Assert.StartsWith("""{"interactions":[{"_id":"f""", content.Text.Replace(PactContent.InteractionId(JsonBody.Parse("""{"description":"a"}"""u8.ToArray()).Value), "f", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("""{"_id":"mine","description":"b"}""", content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("createdAt", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_repeated_key_the_last_value_stands_at_the_first_place() =>
        Assert.Equal("""{"a":3,"b":2}""", CanonicalJson.Compact(JsonBody.Parse("""{"a":1,"b":2,"a":3}"""u8.ToArray()).Value));

    [Fact]
    public void Numbers_are_given_back_as_they_were_spelled() => Assert.Contains("1.10", Read("""{"interactions":[{"n":1.10}]}""").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Nesting_is_limited(int depth, bool accepted) =>
        Assert.Equal(accepted, JsonBody.Parse(Encoding.UTF8.GetBytes(new string('[', depth) + "1" + new string(']', depth))).Error is null);
}
