using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PactNet.Matchers;

namespace PactKit.Tests.Extensions;

public sealed class MatchExtensionsTests
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    internal static readonly Dictionary<string, (IMatcher Matcher, string Rules, string Example, string[] Taken, string[] Refused)> Table = new()
    {
        ["boolean"] = (Match.Boolean(true), """[{"match":"boolean"}]""", "true", ["false"], ["1", "\"yes\""]),
        ["guid"] = (Match.Guid(Id), """[{"match":"regex","regex":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"}]""",
            "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", ["\"6F9619FF-8B86-D011-B42D-00C04FC964FF\""], ["\"6f9619ff\"", "7"]),
        ["semver"] = (Match.Semver("1.2.3"), """[{"match":"semver"}]""", "\"1.2.3\"", ["\"1.0.0-beta.1\""], ["\"1.2\""]),
        ["notEmpty"] = (Match.NotEmpty("x"), """[{"match":"notEmpty"}]""", "\"x\"", ["\"y\""], ["\"\"", "null"]),
        ["enum by number"] = (Match.Enum(Color.Red), """[{"match":"regex","regex":"^(0|1)$"}]""", "0", ["1"], ["2", "\"Red\""]),
        ["date"] = (Match.Date(new DateOnly(2026, 11, 22)), """[{"format":"yyyy-MM-dd","match":"date"}]""", "\"2026-11-22\"", ["\"1999-01-31\""], ["\"22.11.2026\"", "\"2026-13-01\""]),
        ["date by format"] = (Match.Date(new DateOnly(2026, 11, 22), "dd.MM.yyyy"), """[{"format":"dd.MM.yyyy","match":"date"}]""", "\"22.11.2026\"", ["\"31.01.1999\""], ["\"2026-11-22\""]),
        ["time by format"] = (Match.Time(new TimeOnly(20, 15), "HH:mm"), """[{"format":"HH:mm","match":"time"}]""", "\"20:15\"", ["\"07:00\""], ["\"seven\"", "\"25:00\""]),
        ["time"] = (Match.Time(new TimeOnly(20, 15)), """[{"match":"regex","regex":"^\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$"}]""", "\"20:15:00\"", ["\"07:00:00.1234567\""], ["\"7:00\""]),
        ["datetime by format"] = (Match.DateTime(new DateTime(2026, 11, 22, 20, 15, 0, DateTimeKind.Utc), "yyyy-MM-ddTHH:mm:ss.fffK"),
            """[{"format":"yyyy-MM-dd'T'HH:mm:ss.SSSXXX","match":"datetime"}]""", "\"2026-11-22T20:15:00.000Z\"", ["\"1999-01-31T00:00:00.123+02:00\""], ["\"1999-01-31\""]),
        ["datetime"] = (Match.DateTime(new DateTimeOffset(2026, 11, 22, 20, 15, 0, 500, TimeSpan.FromHours(2))),
            """[{"match":"regex","regex":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?(Z|[+-]\\d{2}:\\d{2})?$"}]""",
            "\"2026-11-22T20:15:00.5+02:00\"", ["\"2026-11-22T20:15:00Z\"", "\"2026-11-22T20:15:00.1234567\""], ["\"2026-11-22\""]),
        ["eachKey"] = (Match.EachKey(new { en = "one", de = "eins" }, Match.Regex("en", "^[a-z]{2}$")),
            """[{"match":"eachKey","rules":[{"match":"regex","regex":"^[a-z]{2}$"}]}]""", """{"de":"eins","en":"one"}""", ["""{"fr":"un"}"""], ["""{"english":"one"}"""]),
        ["eachValue"] = (Match.EachValue(new Dictionary<string, int> { ["a"] = 1 }, Match.Integer(1)),
            """[{"match":"eachValue","rules":[{"match":"integer"}]}]""", """{"a":1}""", ["""{"x":5,"y":6}"""], ["""{"x":"five"}"""]),
        ["arrayContains"] = (Match.ArrayContains(new { rel = "self", href = Match.Regex("/1", "^/\\d+$") }),
            """[{"match":"arrayContains","variants":[{"index":0,"rules":{"$.href":{"combine":"AND","matchers":[{"match":"regex","regex":"^/\\d+$"}]}}}]}]""",
            """[{"href":"/1","rel":"self"}]""", ["""[{"rel":"next","href":"x"},{"rel":"self","href":"/77"}]"""], ["""[{"rel":"self","href":"x"}]"""]),
        ["nullable"] = (Match.Nullable(Match.Integer(1)), """[{"match":"integer"},{"match":"null"}]""", "1", ["7", "null"], ["\"7\""]),
        ["all"] = (Match.All("ab1", Match.Include("ab"), Match.Regex("ab1", "^.{3}$")), """[{"match":"include","value":"ab"},{"match":"regex","regex":"^.{3}$"}]""",
            "\"ab1\"", ["\"xab\""], ["\"xxab\"", "\"xyz\""]),
        ["any"] = (Match.Any("1", Match.Integer(1), Match.Regex("one", "^(one|two)$")), """[{"match":"integer"},{"match":"regex","regex":"^(one|two)$"}]""",
            "\"1\"", ["7", "\"two\""], ["\"three\""]),
    };

    public enum Color
    {
        Red,
        DeepBlue,
    }

    public static TheoryData<string> Names() => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_matcher_writes_its_rule_and_example_and_decides_by_them(string name)
    {
        var (matcher, rules, example, taken, refused) = Table[name];
        var response = Described.Body(matcher);
        var written = response["matchingRules"]!["body"]!["$.value"]!;

        Assert.Equal(rules, written["matchers"]!.ToJsonString(Relaxed));
        Assert.Equal(name is "any" or "nullable" ? "OR" : "AND", (string?)written["combine"]);
        Assert.Equal(example, response["body"]!["content"]!["value"]!.ToJsonString(Relaxed));
        if (name is not ("any" or "enum by number")) Assert.Empty(Described.Mismatches(matcher, example));
        Assert.All(taken, value => Assert.Empty(Described.Mismatches(matcher, value)));
        Assert.All(refused, value => Assert.NotEmpty(Described.Mismatches(matcher, value)));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void An_enum_is_spelled_as_the_serialiser_spells_it()
    {
        var kebab = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };
        var response = Described.Body(Match.Enum(Color.DeepBlue), kebab);

        Assert.Equal("^(red|deep-blue)$", (string?)response["matchingRules"]!["body"]!["$.value"]!["matchers"]![0]!["regex"]);
        Assert.Equal("deep-blue", (string?)response["body"]!["content"]!["value"]);
        Assert.Empty(Described.Mismatches(Match.Enum(Color.DeepBlue), "\"red\"", kebab));
        Assert.NotEmpty(Described.Mismatches(Match.Enum(Color.DeepBlue), "\"DeepBlue\"", kebab));
    }

    [Theory]
    [InlineData("/users/8", true)]
    [InlineData("/users/ada", false)]
    [InlineData("/users/8/orders", false)]
    public void A_path_template_matches_paths_of_its_shape(string path, bool matches)
    {
        var matcher = (RegexMatcher)Match.Path("/users/{id}", 7);

        Assert.Equal("/users/7", (string)matcher.Value);
        Assert.Equal(matches, System.Text.RegularExpressions.Regex.IsMatch(path, matcher.Regex));
    }

    [Fact]
    public void A_path_template_takes_guids_and_texts_and_encodes_its_examples()
    {
        var matcher = (RegexMatcher)Match.Path("/shops/{shop}/orders/{id}.json", "a b", Id);

        Assert.Equal($"/shops/a%20b/orders/{Id}.json", (string)matcher.Value);
        Assert.Matches(matcher.Regex, "/shops/x/orders/6f9619ff-8b86-d011-b42d-00c04fc964ff.json");
        Assert.DoesNotMatch(matcher.Regex, "/shops/x/orders/7.json");
        Assert.DoesNotMatch(matcher.Regex, "/shops/x/orders/6f9619ff-8b86-d011-b42d-00c04fc964ffXjson");
    }

    [Fact]
    public void Matchers_that_make_no_sense_say_what_to_do()
    {
        Assert.Contains("give one for each", Assert.Throws<ArgumentException>(() => Match.Path("/users/{id}")).Message, StringComparison.Ordinal);
        Assert.Contains("at least one example", Assert.Throws<ArgumentException>(() => Match.ArrayContains()).Message, StringComparison.Ordinal);
        Assert.Contains("at least one rule", Assert.Throws<ArgumentException>(() => Match.EachKey(new { a = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("at least one rule", Assert.Throws<ArgumentException>(() => Match.Any("x")).Message, StringComparison.Ordinal);
        Assert.Contains("an object or a dictionary", Assert.Throws<ArgumentException>(() => Match.EachKey(new[] { 1 }, Match.Type("x"))).Message, StringComparison.Ordinal);
        Assert.Contains("use one from 400 to 499", Assert.Throws<ArgumentException>(() => Match.Status(StatusClass.ClientError, 200)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one status", Assert.Throws<ArgumentException>(() => Match.Status()).Message, StringComparison.Ordinal);
        Assert.Contains("use O, s, u or R", Assert.Throws<ArgumentException>(() => Match.Date(new DateOnly(2026, 1, 1), "d")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matcher_is_written_the_same_way_wherever_the_serialiser_meets_it()
    {
        object asObject = Match.Semver("1.2.3");
        IMatcher asMatcher = Match.Semver("1.2.3");

        Assert.Equal(JsonSerializer.Serialize(asMatcher), JsonSerializer.Serialize(asObject));
        Assert.Equal("""{"pact:matcher:type":"semver","value":"1.2.3"}""", JsonSerializer.Serialize(new Dictionary<string, object> { ["v"] = asObject }["v"]));
    }
}
