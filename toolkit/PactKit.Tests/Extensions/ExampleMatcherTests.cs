using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PactNet;
using PactNet.Matchers;

namespace PactKit.Tests.Extensions;

public sealed class ExampleMatcherTests
{
    private static readonly Order Example = new(7, "a@b.c", new Place("London", "GB"), [new Line("A-1", 2), new Line("B-2", 1)], null);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void All_of_the_example_is_matched_by_type_except_what_is_named()
    {
        var matcher = Match.Like(Example).With(order => order.Email, Match.Regex("a@b.c", ".+@.+")).With(order => order.Address.City, Match.Include("Lon"))
            .With(order => order.Lines[0].Sku, Match.Regex("A-1", "[A-Z]-\\d"));
        var response = Described.Body(matcher, Web);

        Assert.Equal(
            ["$.value", "$.value.e-mail", "$.value.address.city", "$.value.lines[0].sku"],
            ((JsonObject)response["matchingRules"]!["body"]!).Select(rule => rule.Key.Replace("['e-mail']", ".e-mail", StringComparison.Ordinal)).OrderBy(p => p.Length));
        Assert.Equal(
            """{"address":{"city":"Lon","country":"GB"},"e-mail":"a@b.c","id":7,"lines":[{"quantity":2,"sku":"A-1"},{"quantity":1,"sku":"B-2"}],"note":null}""",
            response["body"]!["content"]!["value"]!.ToJsonString());
    }

    [Fact]
    public void Names_follow_the_serialiser_in_use()
    {
        var config = new PactConfig { Outputters = [], DefaultJsonSettings = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper } };
        var json = Described.Json(Described.Response(config).WithJsonBody(Match.Like(Example).With(order => order.Address.City, Match.Include("Lon"))));

        Assert.NotNull(json["response"]!["matchingRules"]!["body"]!["$.ADDRESS.CITY"]);
        Assert.Equal("Lon", (string?)json["response"]!["body"]!["content"]!["ADDRESS"]!["CITY"]);
    }

    [Fact]
    public void A_list_can_be_given_a_least_length()
    {
        var matcher = Match.Like(Example).WithAtLeast(order => order.Lines, 1).With(order => order.Lines[0].Sku, Match.Regex("A-1", "[A-Z]-\\d"));
        var rest = """ "id":1,"e-mail":"x","address":{"city":"c","country":"d"},"note":null """;

        Assert.Empty(Described.Mismatches(matcher, $$"""{ {{rest}}, "lines":[{"sku":"Z-9","quantity":5}] }""", Web));
        Assert.NotEmpty(Described.Mismatches(matcher, $$"""{ {{rest}}, "lines":[] }""", Web));
        Assert.NotEmpty(Described.Mismatches(matcher, $$"""{ {{rest}}, "lines":[{"sku":"no","quantity":5}] }""", Web));
    }

    [Fact]
    public void A_value_of_the_same_type_will_do_and_another_type_will_not()
    {
        var matcher = Match.Like(new { id = 7, name = "Ada" });

        Assert.Empty(Described.Mismatches(matcher, """{"id":8,"name":"Bob"}"""));
        Assert.NotEmpty(Described.Mismatches(matcher, """{"id":"8","name":"Bob"}"""));
        Assert.NotEmpty(Described.Mismatches(matcher, """{"id":8}"""));
    }

    [Fact]
    public void A_matcher_with_more_said_about_it_is_another_matcher()
    {
        var plain = Match.Like(Example);
        var changed = plain.With(order => order.Email, Match.Include("@"));

        Assert.NotSame(plain, changed);
        Assert.Null(Described.Body(plain, Web)["matchingRules"]!["body"]!["$.value['e-mail']"]);
    }

    [Fact]
    public void Members_that_cannot_be_reached_are_named()
    {
        Assert.Contains("does not lead to a member", Assert.Throws<ArgumentException>(() => Match.Like(Example).With(order => order.Email.Trim(), Match.Type("x"))).Message, StringComparison.Ordinal);
        Assert.Contains("is the example itself", Assert.Throws<ArgumentException>(() => Match.Like(Example).With(order => order, Match.Type("x"))).Message, StringComparison.Ordinal);
        Assert.Contains("the list has 2 items", Fault(Match.Like(Example).With(order => order.Lines[5].Sku, Match.Type("x"))), StringComparison.Ordinal);
        Assert.Contains("Order.Secret is not written by the serialiser", Fault(Match.Like(Example).With(order => order.Secret, Match.Type("x"))), StringComparison.Ordinal);
        Assert.Contains("the example.Note is null", Fault(Match.Like(Example).With(order => order.Note!.Text, Match.Type("x"))), StringComparison.Ordinal);
        Assert.Contains("is no list with an item", Fault(Match.Like(Example with { Lines = [] }).WithAtLeast(order => order.Lines, 1)), StringComparison.Ordinal);
    }

    private static string Fault(IMatcher matcher) => Assert.Throws<ArgumentException>(() => Described.Body(matcher, Web)).Message;

    private sealed record Order(int Id, [property: JsonPropertyName("e-mail")] string Email, Place Address, IReadOnlyList<Line> Lines, Remark? Note)
    {
        [JsonIgnore]
        public string Secret => Email;
    }

    private sealed record Place(string City, string Country);

    private sealed record Line(string Sku, int Quantity);

    private sealed record Remark(string Text);
}
