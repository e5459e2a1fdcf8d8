using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using PactKit.Generators;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Generators;

public sealed class GeneratorTests
{
    public static TheoryData<string, string> Random => new()
    {
        { """{"type":"RandomInt","min":1,"max":3}""", "^[123]$" },
        { """{"type":"RandomInt","min":-2147483648,"max":2147483647}""", "^-?[0-9]{1,10}$" },
        { """{"type":"RandomInt","min":7,"max":7}""", "^7$" },
        { """{"type":"RandomDecimal","digits":6}""", @"^(?=.{7}$)[1-9][0-9]*\.[0-9]+$" },
        { """{"type":"RandomDecimal","digits":1}""", "^[0-9]$" },
        { """{"type":"RandomHexadecimal","digits":40}""", "^\"[0-9A-F]{40}\"$" },
        { """{"type":"RandomString","size":20}""", "^\"[0-9A-Za-z]{20}\"$" },
        { """{"type":"RandomString","size":0}""", "^\"\"$" },
        { """{"type":"RandomBoolean"}""", "^(true|false)$" },
        { """{"type":"Regex","regex":"^\\d{1,8}$"}""", "^\"[0-9]{1,8}\"$" },
        { """{"type":"Uuid"}""", "^\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"$" },
        { """{"type":"Uuid","format":"simple"}""", "^\"[0-9a-f]{32}\"$" },
        { """{"type":"Uuid","format":"upper-case-hyphenated"}""", "^\"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\"$" },
        { """{"type":"Uuid","format":"lower-case-hyphenated"}""", "^\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"$" },
        { """{"type":"Uuid","format":"URN"}""", "^\"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"$" },
        { """{"type":"Date"}""", "^\"2026-11-22\"$" },
        { """{"type":"Date","format":"dd/MM/yy","expression":"next mon"}""", "^\"23/11/26\"$" },
        { """{"type":"Time"}""", "^\"11:30:15\"$" },
        { """{"type":"Time","format":"HH","expression":"midnight"}""", "^\"00\"$" },
        { """{"type":"DateTime"}""", """^"2026-11-22T11:30:15\.000\+0200"$""" },
        { """{"type":"DateTime","format":"yyyy-MM-dd'T'HH:mmXXX","expression":"+ 7 months @ noon"}""", """^"2027-06-22T12:00\+03:00"$""" },
    };

    [Theory]
    [MemberData(nameof(Random))]
    public void A_value_is_made_in_its_form(string generator, string pattern)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var (value, warnings) = Body("1", generator, Context(seed: seed));
            Assert.Matches(pattern, value);
            Assert.Empty(warnings);
        }
    }

    [Fact]
    public void Both_ends_of_a_range_come_up()
    {
        var values = Enumerable.Range(0, 200).Select(seed => Body("1", """{"type":"RandomInt","min":1,"max":3}""", Context(seed: seed)).Value);
        Assert.Equal(["1", "2", "3"], values.Distinct().Order());
    }

    [Fact]
    public void The_same_seed_makes_the_same_values()
    {
        foreach (var row in Random)
            Assert.Equal(Body("1", row.Data.Item1, Context(seed: 7)).Value, Body("1", row.Data.Item1, Context(seed: 7)).Value);
    }

    [Theory]
    [InlineData("RandomInt")]
    [InlineData("RandomDecimal")]
    public void A_text_example_gets_a_text_of_digits(string type) =>
        Assert.Matches("^\"[0-9.]+\"$", Body("\"1\"", $$"""{"type":"{{type}}"}""", Context()).Value);

    [Theory]
    [InlineData("""{"type":"RandomInt","min":5,"max":1}""", "no integer from 5 to 1")]
    [InlineData("""{"type":"RandomDecimal","digits":0}""", "0 characters")]
    [InlineData("""{"type":"RandomString","size":2000000000}""", "2000000000 characters")]
    [InlineData("""{"type":"Regex","regex":"(a"}""", "expected ')' at character 3")]
    [InlineData("""{"type":"Regex","regex":"(((a{20}){20}){20}){20}"}""", "too long")]
    [InlineData("""{"type":"Date","format":"qqqqqqqq"}""", "date pattern")]
    [InlineData("""{"type":"Date","expression":"next tue"}""", "date expression \"next tue\"")]
    [InlineData("""{"type":"Date","expression":"+ 9000 years"}""", "the calendar ends")]
    [InlineData("""{"type":"Fish"}""", "\"Fish\" is not known")]
    [InlineData("""{"type":"ProviderState","expression":"nobody"}""", "no provider state has a value \"nobody\"")]
    [InlineData("""{"type":"ProviderState","expression":"a${id"}""", "a closing brace is missing")]
    public void What_cannot_be_generated_keeps_the_example_and_says_why(string generator, string reason)
    {
        var (value, warnings) = Body("1", generator, Context(GeneratorMode.Provider));
        Assert.Equal("1", value);
        Assert.Contains(reason, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${id}", null, "1000")]
    [InlineData("id", null, "1000")]
    [InlineData("${map}", null, """{"a":1.0}""")]
    [InlineData("/users/${id}/${name}", null, "\"/users/1000/Bob\"")]
    [InlineData("${name}", null, "\"Bob\"")]
    [InlineData("${nothing}", null, "null")]
    [InlineData("${}", null, "\"\"")]
    [InlineData("x${}y", null, "\"xy\"")]
    [InlineData("${id}", "STRING", "\"1000\"")]
    [InlineData("${map}", "STRING", "\"{\\\"a\\\":1.0}\"")]
    [InlineData("${digits}", "INTEGER", "42")]
    [InlineData("${negative}", "INTEGER", "-42")]
    [InlineData("${flag}", "INTEGER", "1")]
    [InlineData("${nothing}", "INTEGER", "0")]
    [InlineData("${price}", "INTEGER", "12")]
    [InlineData("${id}", "DECIMAL", "1000.0")]
    [InlineData("${price}", "FLOAT", "12.50")]
    [InlineData("${nothing}", "DECIMAL", "0.0")]
    [InlineData("${digits}", "BOOLEAN", null)]
    [InlineData("${id}", "BOOLEAN", "true")]
    [InlineData("${nothing}", "BOOLEAN", "false")]
    [InlineData("${map}", "INTEGER", null)]
    [InlineData("${name}", "DECIMAL", null)]
    [InlineData("${map}", "RAW", """{"a":1.0}""")]
    public void A_provider_state_gives_its_value_in_the_type_asked_for(string expression, string? dataType, string? expected)
    {
        var generator = JsonSerializer.Serialize(new { type = "ProviderState", expression, dataType });
        var (value, warnings) = Body("\"example\"", generator, Context(GeneratorMode.Provider));
        Assert.Equal(expected ?? "\"example\"", value);
        Assert.Equal(expected is null ? 1 : 0, warnings.Count);
    }

    [Theory]
    [InlineData("http://x:1/a", ".*(/a)", "http://127.0.0.1:99/a")]
    [InlineData("http://x:1/orders/5?q=1", "^.*(/orders/\\d+)", "http://127.0.0.1:99/orders/5?q=1")]
    [InlineData("http://x:1/a", "(b)", "http://x:1/a")]
    [InlineData("http://x:1/a", "(", "http://x:1/a")]
    public void The_mock_servers_address_goes_into_the_example(string example, string regex, string expected)
    {
        var generator = JsonSerializer.Serialize(new { type = "MockServerURL", example, regex });
        Assert.Equal($"\"{expected}\"", Body($"\"{example}\"", generator, Context()).Value);
    }

    [Fact]
    public void Provider_states_are_for_the_provider_and_the_mock_server_for_the_consumer()
    {
        const string State = """{"type":"ProviderState","expression":"${id}"}""";
        const string Url = """{"type":"MockServerURL","example":"http://x/a","regex":".*(/a)"}""";
        Assert.Equal(("1", 0), Count(Body("1", State, Context(GeneratorMode.Consumer))));
        Assert.Equal(("1000", 0), Count(Body("1", State, Context(GeneratorMode.Provider))));
        Assert.Equal(("1", 0), Count(Body("1", Url, Context(GeneratorMode.Provider))));
        Assert.Equal(("\"http://127.0.0.1:99/a\"", 0), Count(Body("1", Url, Context(GeneratorMode.Consumer))));
    }

    [Theory]
    [InlineData("$.a", """{"a":7,"b":[1,{"c":1}]}""")]
    [InlineData("$['a']", """{"a":7,"b":[1,{"c":1}]}""")]
    [InlineData("$.b[0]", """{"a":1,"b":[7,{"c":1}]}""")]
    [InlineData("$.b[*]", """{"a":1,"b":[7,7]}""")]
    [InlineData("$.b[*].c", """{"a":1,"b":[1,{"c":7}]}""")]
    [InlineData("$.b[1].*", """{"a":1,"b":[1,{"c":7}]}""")]
    [InlineData("$.*", """{"a":7,"b":7}""")]
    [InlineData("$", "7")]
    [InlineData("$.x", """{"a":1,"b":[1,{"c":1}]}""")]
    [InlineData("$.b[9]", """{"a":1,"b":[1,{"c":1}]}""")]
    [InlineData("$.a.b.c", """{"a":1,"b":[1,{"c":1}]}""")]
    public void A_path_selects_what_it_names(string path, string expected)
    {
        var request = Request("""{"a":1,"b":[1,{"c":1}]}""", $$$$"""{"body":{"{{{{path}}}}":{"type":"RandomInt","min":7,"max":7}}}""");
        Assert.Equal(expected, PartGenerator.Apply(request, Context()).Part.Body.Text());
    }

    [Fact]
    public void Spelling_and_order_of_everything_else_stay()
    {
        var request = Request("""{"z":1.0,"a":"é","n":[1e2,{}]}""", """{"body":{"$.x":{"type":"RandomInt"}}}""");
        Assert.Equal("""{"z":1.0,"a":"é","n":[1e2,{}]}""", PartGenerator.Apply(request, Context()).Part.Body.Text());
    }

    [Fact]
    public void Variants_of_arrayContains_bring_their_own_generators()
    {
        var rules = PactReader.ReadMatchingRules(Reading.Json(
            """{"body":{"$.l":{"matchers":[{"match":"arrayContains","variants":[{"index":1,"rules":{},"generators":{"$.id":{"type":"RandomInt","min":7,"max":7}}}]}]}}}"""));
        var request = Request("""{"l":[{"id":1},{"id":2}]}""", "{}") with { MatchingRules = rules };
        Assert.Equal("""{"l":[{"id":1},{"id":7}]}""", PartGenerator.Apply(request, Context()).Part.Body.Text());
    }

    [Fact]
    public void A_request_is_generated_in_all_its_parts()
    {
        var request = PactReader.ReadRequest(
            Reading.Json("""
                {"method":"GET","path":"/x","query":{"q":["a","b"],"s":["c"]},"headers":{"X-A":["1","2"]},"generators":{
                "path":{"type":"ProviderState","expression":"/users/${id}"},
                "query":{"q":{"type":"RandomInt","min":7,"max":7},"new":{"type":"RandomInt","min":8,"max":8}},
                "header":{"x-a":{"type":"RandomInt","min":9,"max":9},"X-New":{"type":"ProviderState","expression":"${name}"}}}}
                """),
            PactSpecification.V4);
        var part = PartGenerator.Apply(request, Context(GeneratorMode.Provider)).Part;
        Assert.Equal("/users/1000", part.Path);
        Assert.Equal(["7", "7"], part.Query["q"]);
        Assert.Equal(["c"], part.Query["s"]);
        Assert.Equal(["8"], part.Query["new"]);
        Assert.Equal(["9"], part.Headers["X-A"]);
        Assert.Equal(["Bob"], part.Headers["X-New"]);
    }

    [Theory]
    [InlineData("""{"type":"RandomInt","min":201,"max":201}""", 201, 0)]
    [InlineData("""{"type":"RandomString"}""", 200, 1)]
    public void A_status_is_a_number(string generator, int expected, int warnings)
    {
        var response = new Response { Generators = PactReader.ReadGenerators(Reading.Json($$"""{"status":{{generator}}}""")) };
        var generated = PartGenerator.Apply(response, Context());
        Assert.Equal((expected, warnings), (generated.Part.Status, generated.Warnings.Count));
    }

    [Fact]
    public void A_message_is_generated_in_contents_and_metadata()
    {
        var message = PactReader.ReadMessage(
            Reading.Json("""
                {"contents":{"a":1},"metadata":{"id":"x","n":1,"contentType":"application/json"},"generators":{
                "body":{"$.a":{"type":"RandomInt","min":7,"max":7}},"metadata":{"id":{"type":"RandomInt","min":8,"max":8},"n":{"type":"RandomInt","min":9,"max":9},"new":{"type":"RandomInt","min":5,"max":5}}}}
                """),
            PactSpecification.V3);
        var part = PartGenerator.Apply(message, Context()).Part;
        Assert.Equal("""{"a":7}""", part.Contents.Text());
        Assert.Equal(["\"8\"", "9", "5"], ((string[])["id", "n", "new"]).Select(k => part.Metadata[k].GetRawText()));
    }

    [Theory]
    [InlineData("$.root.a", """<root><a x="1">7</a><b>2</b></root>""")]
    [InlineData("$.root.a.#text", """<root><a x="1">7</a><b>2</b></root>""")]
    [InlineData("$.root.a['@x']", """<root><a x="7">1</a><b>2</b></root>""")]
    [InlineData("$.root.*", """<root><a x="1">7</a><b>7</b></root>""")]
    [InlineData("$.root.b", """<root><a x="1">1</a><b>7</b></root>""")]
    [InlineData("$.other.b", """<root><a x="1">1</a><b>2</b></root>""")]
    public void XML_is_generated_at_elements_and_attributes(string path, string expected)
    {
        var generated = PartGenerator.Apply(Typed("""<root><a x="1">1</a><b>2</b></root>""", "application/xml", path), Context());
        Assert.Equal(expected, generated.Part.Body.Text());
    }

    [Fact]
    public void XML_with_a_document_type_stays_as_it_is()
    {
        const string Xml = """<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>""";
        var generated = PartGenerator.Apply(Typed(Xml, "application/xml", "$.r"), Context());
        Assert.Equal(Xml, generated.Part.Body.Text());
        Assert.Contains("could not be used as XML", Assert.Single(generated.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.b", "c=%C3%A9+x&b=7&b=7&a=3")]
    [InlineData("$.b[1]", "c=%C3%A9+x&b=1&b=7&a=3")]
    [InlineData("$.x", "c=%C3%A9+x&b=1&b=2&a=3")]
    public void A_form_is_generated_by_field(string path, string expected) =>
        Assert.Equal(expected, PartGenerator.Apply(Typed("c=%C3%A9+x&b=1&b=2&a=3", "application/x-www-form-urlencoded", path), Context()).Part.Body.Text());

    [Fact]
    public void Other_bodies_stay_as_they_are()
    {
        var generated = PartGenerator.Apply(Typed("text", "text/plain", "$.a"), Context());
        Assert.Equal("text", generated.Part.Body.Text());
        Assert.Equal(BodyState.Missing, PartGenerator.Apply(new Request { Generators = generated.Part.Generators }, Context()).Part.Body.State);
    }

    public static TheoryData<string> Fixtures => [.. ConformanceFiles.In(Path.Combine(ConformanceFiles.Compat, "fixtures"), "*-generator*.json").Select(f => Path.GetFileName(f)!)];

    public static bool SuiteIsHere => ConformanceFiles.SuiteIsHere;

    [Theory(Skip = ConformanceFiles.NotFound, SkipUnless = nameof(SuiteIsHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Fixtures))]
    public void The_generators_of_the_compatibility_suite_change_the_example(string fixture)
    {
        var folder = Path.Combine(ConformanceFiles.Compat, "fixtures");
        var basic = File.ReadAllText(Path.Combine(folder, "basic.json"));
        var request = Request(basic, File.ReadAllText(Path.Combine(folder, fixture)));
        var mode = fixture.StartsWith("mockserver", StringComparison.Ordinal) ? GeneratorMode.Consumer : GeneratorMode.Provider;
        var generated = PartGenerator.Apply(request, Context(mode));
        Assert.Empty(generated.Warnings);
        Assert.NotEqual(Reading.Json(basic).GetProperty("one").GetRawText(), Reading.Json(generated.Part.Body.Text()).GetProperty("one").GetRawText());
    }

    private static (string, int) Count((string Value, IReadOnlyList<string> Warnings) result) => (result.Value, result.Warnings.Count);

    private static (string Value, IReadOnlyList<string> Warnings) Body(string example, string generator, GeneratorContext context)
    {
        var generated = PartGenerator.Apply(Request($$"""{"a":{{example}}}""", $$$"""{"body":{"$.a":{{{generator}}}}}"""), context);
        return (Reading.Json(generated.Part.Body.Text()).GetProperty("a").GetRawText(), generated.Warnings);
    }

    private static Request Request(string body, string generators) => new()
    {
        Body = PactKit.Model.Body.Of(Encoding.UTF8.GetBytes(body), ContentType.Json),
        Generators = PactReader.ReadGenerators(Reading.Json(generators)),
    };

    private static Request Typed(string body, string type, string path)
    {
        Assert.True(ContentType.TryParse(type, out var parsed));
        return Request("1", $$$$"""{"body":{"{{{{path}}}}":{"type":"RandomInt","min":7,"max":7}}}""") with { Body = PactKit.Model.Body.Of(Encoding.UTF8.GetBytes(body), parsed) };
    }

    private static GeneratorContext Context(GeneratorMode mode = GeneratorMode.Consumer, int seed = 1)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 30, 15, TimeSpan.Zero));
        clock.SetLocalTimeZone(HelsinkiLike);
        return new GeneratorContext
        {
            Mode = mode,
            Time = clock,
#pragma warning disable RS0030 // A test begins here: its seed is fixed.
            Random = new Random(seed),
#pragma warning restore RS0030
            MockServerUrl = "http://127.0.0.1:99/",
            ProviderState = Reading.Json("""{"id":1000,"name":"Bob","digits":"42","negative":"-42","flag":true,"nothing":null,"price":12.50,"map":{"a":1.0}}""")
                .EnumerateObject().ToDictionary(m => m.Name, m => m.Value),
        };
    }

    private static readonly TimeZoneInfo HelsinkiLike = TimeZoneInfo.CreateCustomTimeZone(
        "Test/Zone", TimeSpan.FromHours(2), "EET", "EET", "EEST",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 4, 1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 4, 0, 0), 10, 1)),
        ]);
}
