using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PactKit.Model.Integration;
using PactNet.Json;
using PactNet.Matchers;
using Match = PactNet.Matchers.Match;

namespace PactKit.Tests.PactNet;

/// <summary>What is taken apart without the framework's serialiser comes out exactly as if that had written it.</summary>
public class PlainExampleTests
{
    private static readonly Dictionary<string, object?> Plain = new()
    {
        ["null"] = null,
        ["text"] = "a \"quoted\" <b> ü € 😀 \\ \u0001 \n",
        ["number"] = 42,
        ["long"] = long.MinValue,
        ["decimal"] = 2.50m,
        ["double"] = 1e300,
        ["whole double"] = 3.0,
        ["negative zero"] = -0.0,
        ["float"] = 0.1f,
        ["flag"] = true,
        ["empty object"] = new { },
        ["object"] = new { Id = 1, Name = "Ada", Price = 12.50m, Missing = (string?)null, Maybe = (int?)null, Perhaps = (decimal?)1.10m, Anything = (object)7L },
        ["nested"] = new { A = new { B = new { C = new[] { 1, 2, 3 } } }, D = new[] { new { E = "x" }, new { E = "y" } } },
        ["lists"] = new { Texts = new List<string?> { "a", null }, Objects = new object?[] { 1, "a", null, new { X = 1 }, Match.Type(1) }, Numbers = new double[] { 1, 2.5 }, None = Array.Empty<string>() },
        ["matchers"] = new
        {
            A = Match.Integer(1), B = Match.Type(new { C = Match.Decimal(1.5m), D = "x" }), E = Match.Regex("a", "^a$"), F = Match.MinType("t", 2), G = Match.MaxType(new { H = 1 }, 3),
            I = Match.MinMaxType(1, 0, 3), Odd = Match.MinMaxType(1, -1, -2), J = Match.Number(1.25f), K = Match.Include("k"), L = Match.Equality(new[] { "l" }), M = Match.Type(null), N = Match.Decimal(0.1f), O = Match.Number(7),
        },
        ["a matcher"] = Match.Regex("é", "\\w"),
        ["matchers in matchers"] = new
        {
            A = Match.Type(Match.Integer(1)), B = Match.Equality(Match.Type(Match.Equality("x"))), C = Match.Type(new object[] { Match.Integer(1), new { D = Match.Regex("a", "a") } }),
            E = Match.MinType(new { F = Match.MinType(Match.Decimal(1.5), 2) }, 1), G = Match.Type(new[] { new[] { Match.Type(1) } }), H = new object[] { Match.Type("x"), new { I = Match.Number(1) } },
        },
        ["names that need quoting"] = new { été = Match.Type(1), a_b = new { Ünder = Match.Type("x") } },
        ["matchers in a list"] = new[] { Match.Type(1), Match.Type("a") },
        ["names"] = new { URLValue = 1, iPhone = 2, ÄÖ = 3, _hidden = 4, x = new { InnerName = 1 } },
    };

    private static readonly Dictionary<string, object?> NotPlain = new()
    {
        ["a class"] = new Dto(1, "a"),
        ["a class within"] = new { Dto = new Dto(1, "a") },
        ["a class behind object"] = new { Dto = (object)new Dto(1, "a") },
        ["a date"] = new { At = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc) },
        ["an enum"] = new { Day = DayOfWeek.Friday },
        ["a dictionary"] = new Dictionary<string, object> { ["a"] = 1 },
        ["an interface"] = new { Items = (IEnumerable<int>)[1, 2] },
        ["a base class's list"] = new { Items = new Dto[] { new Child(1, "a", 2) } },
        ["bytes"] = new { Bytes = new byte[] { 1, 2 } },
        ["a grid"] = new { Grid = new int[1][] { [1] }, Flat = new int[1, 0] },
        ["a node"] = JsonNode.Parse("""{"a":1}"""),
        ["an element"] = new { A = JsonElement.Parse("[1]") },
        ["somebody's matcher"] = new { A = new Mine() },
        ["a matcher without what it needs"] = new { A = Match.Regex("a", null!) },
        ["a matcher that writes itself"] = new { A = Match.Null() },
    };

    private static readonly Dictionary<string, JsonSerializerOptions> Settings = new()
    {
        ["default"] = new(),
        ["camel"] = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase },
        ["snake, relaxed"] = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        ["web"] = new(JsonSerializerDefaults.Web),
        ["nulls left out"] = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
        ["enums by name"] = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } },
        ["web names alone"] = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
    };

    public static TheoryData<string, string> PlainInAllSettings => [.. from value in Plain.Keys from settings in Settings.Keys select (value, settings)];

    public static TheoryData<string> NotPlainNames => [.. NotPlain.Keys];

    [Theory]
    [MemberData(nameof(PlainInAllSettings))]
    public void What_is_plain_is_taken_apart_as_what_the_serialiser_writes(string value, string settings)
    {
        var (subject, options) = (Plain[value], Settings[settings]);
        Assert.True(PlainExample.TryRead(subject, options, out var taken));
        var expected = IntegrationJson.Body(JsonSerializer.SerializeToElement(subject, subject?.GetType() ?? typeof(object), options));
        Assert.Null(expected.Error);
        Assert.Equal(Encoding.UTF8.GetString(expected.Example.Span), Encoding.UTF8.GetString(taken.Example.Span));
        Assert.Equal(Rules(expected), Rules(taken));
        Assert.Empty(taken.Generators);
    }

    [Theory]
    [MemberData(nameof(NotPlainNames))]
    public void What_is_not_plain_is_left_to_the_serialiser(string value) =>
        Assert.False(PlainExample.TryRead(NotPlain[value], new JsonSerializerOptions(), out _));

    [Theory]
    [InlineData("converter")]
    [InlineData("ignore")]
    [InlineData("numbers")]
    [InlineData("references")]
    [InlineData("read-only")]
    [InlineData("modified")]
    public void Settings_that_change_more_than_names_and_nulls_are_left_to_the_serialiser(string settings) =>
        Assert.False(PlainExample.TryRead(new { Id = 1, Name = (string?)null }, Changed(settings), out _));

    [Fact]
    public void Two_members_that_would_get_one_name_are_left_to_the_serialiser()
    {
        var value = new { Id = 1, id = 2 };
        Assert.True(PlainExample.TryRead(value, Settings["default"], out _));
        Assert.False(PlainExample.TryRead(value, Settings["camel"], out _));
        Assert.True(PlainExample.TryRead(value, Settings["default"], out var again));
        Assert.Equal("""{"Id":1,"id":2}""", Encoding.UTF8.GetString(again.Example.Span));
    }

    [Fact]
    public void A_value_that_holds_itself_is_left_to_the_serialiser()
    {
        var endless = new object[1];
        endless[0] = new { Again = endless };
        Assert.False(PlainExample.TryRead(endless, new JsonSerializerOptions(), out _));
    }

    [Fact]
    public void A_value_as_deep_as_the_serialiser_allows_is_written_and_a_deeper_one_is_not()
    {
        object Nested(int depth) => depth == 1 ? new object[] { 1 } : new[] { Nested(depth - 1) };
        var options = new JsonSerializerOptions { MaxDepth = 8 };
        Assert.True(PlainExample.TryRead(Nested(7), options, out var written));
        Assert.Equal(JsonSerializer.Serialize(Nested(7), options), Encoding.UTF8.GetString(written.Example.Span));
        Assert.False(PlainExample.TryRead(Nested(8), options, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Nested(8), options));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_JSON_does_not_know_is_left_to_the_serialiser(double number) =>
        Assert.False(PlainExample.TryRead(new { Number = number }, new JsonSerializerOptions(), out _));

    private static List<string> Rules(IntegrationResult taken) =>
        [.. taken.Rules.Select(place => $"{place.Key} {place.Value.Combine}: {string.Join(", ", place.Value.Rules)}")];

    private static JsonSerializerOptions Changed(string settings) => settings switch
    {
        "converter" => new() { Converters = { new JsonStringEnumConverter(), JsonMetadataServices.Int32Converter } },
        "ignore" => new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault },
        "numbers" => new() { NumberHandling = JsonNumberHandling.WriteAsString },
        "references" => new() { ReferenceHandler = ReferenceHandler.Preserve },
        "read-only" => new() { IgnoreReadOnlyProperties = true },
        _ => new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { _ => { } } } },
    };

    private record Dto(int Id, string Name);

    private sealed record Child(int Id, string Name, int Age) : Dto(Id, Name);

    private sealed class Mine : IMatcher
    {
        public string Type => "type";

        public dynamic Value => 1;
    }
}
