using System.Text;
using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class PactReaderTests
{
    [Theory]
    [InlineData("""{"pactSpecification":{"version":"1.0.0"}}""", PactSpecification.V1)]
    [InlineData("""{"pactSpecification":{"version":"1.1.0"}}""", PactSpecification.V11)]
    [InlineData("""{"pactSpecification":{"version":"1.7"}}""", PactSpecification.V1)]
    [InlineData("""{"pactSpecification":{"version":"2"}}""", PactSpecification.V2)]
    [InlineData("""{"pactSpecification":{"version":"2.0.0"}}""", PactSpecification.V2)]
    [InlineData("""{"pactSpecification":{"version":"3.0.0"}}""", PactSpecification.V3)]
    [InlineData("""{"pactSpecification":{"version":"4.0"}}""", PactSpecification.V4)]
    [InlineData("""{"pactSpecification":{"version":"4.0.0-beta"}}""", PactSpecification.V4)]
    [InlineData("""{"pactSpecification":{"version":4.0}}""", PactSpecification.V4)]
    [InlineData("""{"pactSpecification":{"version":"5.0"}}""", PactSpecification.Unknown)]
    [InlineData("""{"pactSpecification":{"version":"fish"}}""", PactSpecification.Unknown)]
    [InlineData("""{"pact-specification":{"version":"2.0.0"},"pactSpecification":{"version":"4.0"}}""", PactSpecification.V2)]
    [InlineData("""{"pactSpecificationVersion":"2.0.0"}""", PactSpecification.V2)]
    [InlineData("""{}""", PactSpecification.V3)]
    public void The_version_is_found_in_the_metadata(string metadata, PactSpecification expected) =>
        Assert.Equal(expected, Reading.Good($$"""{"consumer":{"name":"c"},"provider":{"name":"p"},"metadata":{{metadata}}}""").Specification);

    [Fact]
    public void A_pact_without_metadata_is_V3() => Assert.Equal(PactSpecification.V3, Reading.Good("{}").Specification);

    [Fact]
    public void Missing_names_and_descriptions_have_defaults()
    {
        var pact = Reading.Good("""{"interactions":[{"request":{},"response":{}}],"messages":[{}]}""");
        Assert.Equal(("consumer", "provider"), (pact.Consumer, pact.Provider));
        Assert.Equal(["Interaction 1", "Message 1"], pact.Interactions.Select(i => i.Description));
        var http = Assert.IsType<HttpInteraction>(pact.Interactions[0]);
        Assert.Equal(("GET", "/", 200), (http.Request.Method, http.Request.Path, http.Response.Status));
    }

    [Fact]
    public void A_provider_state_that_has_no_name_is_ignored_and_its_place_is_told()
    {
        var read = PactReader.Read(Encoding.UTF8.GetBytes("""{"interactions":[{"providerStates":["a",{"name":"b"},{"params":{}}],"request":{},"response":{}}]}"""), "x");

        Assert.Equal(["a", "b"], read.Pact!.Interactions.Single().ProviderStates.Select(state => state.Name));
        Assert.Contains(read.Warnings, warning => warning.Contains("providerStates[2]", StringComparison.Ordinal) && warning.Contains("no \"name\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_members_are_kept()
    {
        var pact = Reading.Good("""{"x":1,"interactions":[{"description":"d","y":[2],"request":{},"response":{}}],"metadata":{"tool":{"v":"1"},"pactSpecification":{"version":"2.0.0"}}}""");
        Assert.Equal("1", pact.UnknownMembers["x"].GetRawText());
        Assert.Equal("[2]", pact.Interactions[0].UnknownMembers["y"].GetRawText());
        Assert.Equal(["tool"], pact.Metadata.Keys);
    }

    [Fact]
    public void The_id_the_broker_gave_is_read()
    {
        var pact = Reading.Good("""{"interactions":[{"_id":"abc","description":"d","request":{},"response":{}}]}""");
        Assert.Equal("abc", pact.Interactions[0].Id);
        Assert.Empty(pact.Interactions[0].UnknownMembers);
    }

    [Theory]
    [InlineData("""{"providerState":"a"}""", "a")]
    [InlineData("""{"provider_state":"a"}""", "a")]
    [InlineData("""{"providerState":null}""", "")]
    [InlineData("""{"providerState":""}""", "")]
    [InlineData("""{"providerStates":[{"name":"a","params":{"id":7}},{"name":"b"}]}""", """a{"id":7} b""")]
    [InlineData("""{"providerStates":["a","b"]}""", "a b")]
    [InlineData("""{"providerStates":[],"providerState":"old"}""", "")]
    public void Provider_states_come_in_several_forms(string members, string expected)
    {
        var pact = Reading.Good($$"""{"interactions":[{"request":{},"response":{},{{members[1..^1]}}}]}""");
        Assert.Equal(expected, string.Join(' ', pact.Interactions[0].ProviderStates.Select(s =>
            s.Name + (s.Params.Count == 0 ? "" : "{" + string.Join(',', s.Params.Select(p => $"\"{p.Key}\":{p.Value.GetRawText()}")) + "}"))));
    }

    [Fact]
    public void A_V4_interaction_carries_all_its_attributes()
    {
        var pact = Reading.Good("""
            {"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[
              {"type":"Synchronous/HTTP","description":"h","key":"k1","pending":true,"comments":{"testname":"t","text":["x"]},
               "pluginConfiguration":{"csv":{"a":1}},"interactionMarkup":{"markup":"m","markupType":"HTML"},"transport":"http",
               "request":{"method":"post","headers":{"Accept":["a, b","c"]}},"response":{"status":201}},
              {"type":"Asynchronous/Messages","description":"a","contents":{"content":{"x":1},"contentType":"application/json","encoded":false},"metadata":{"q":1}},
              {"type":"Synchronous/Messages","description":"s","request":{"contents":{"content":"x"}},"response":[{"contents":{"content":"y"}},{}]}]}
            """);
        var http = Assert.IsType<HttpInteraction>(pact.Interactions[0]);
        Assert.Equal(("k1", true, "http", "POST", 201), (http.Key, http.Pending, http.Transport, http.Request.Method, http.Response.Status));
        Assert.Equal(["testname", "text"], http.Comments.Keys);
        Assert.Equal("csv", Assert.Single(http.PluginConfiguration).Key);
        Assert.Equal("HTML", http.InteractionMarkup!.Value.GetProperty("markupType").GetString());
        Assert.Equal(["a, b", "c"], http.Request.Headers["accept"]);
        var message = Assert.IsType<AsynchronousMessage>(pact.Interactions[1]);
        Assert.Equal("""{"x":1}""", message.Contents.Contents.Text());
        Assert.Equal("1", message.Contents.Metadata["q"].GetRawText());
        var sync = Assert.IsType<SynchronousMessage>(pact.Interactions[2]);
        Assert.Equal(["y", ""], sync.Response.Select(r => r.Contents.Text()));
        Assert.All(pact.Interactions, i => Assert.Empty(i.UnknownMembers));
    }

    [Fact]
    public void A_V4_interaction_without_a_type_is_taken_for_what_it_looks_like()
    {
        var result = Reading.Pact("""{"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[{"request":{},"response":{}},{"contents":{}},{"request":{},"response":[]}]}""");
        Assert.Equal([typeof(HttpInteraction), typeof(AsynchronousMessage), typeof(SynchronousMessage)], result.Pact!.Interactions.Select(i => i.GetType()));
        Assert.Equal(3, result.Warnings.Count(w => w.Contains("no \"type\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("[]", "line 1, column 1 ($): expected a pact, which is an object, but found an array")]
    [InlineData("{\n  \"interactions\": {}\n}", "line 2, column 19 ($.interactions): expected an array but found an object")]
    [InlineData("{\"interactions\":[{\"description\":\"a\",\"request\":{},\"response\":{}},\n 7]}", "line 2, column 2 ($.interactions[1]): expected an interaction, which is an object, but found a number")]
    [InlineData("{\"interactions\":[{\"request\":\"x\",\"response\":{}}]}", "($.interactions[0].request): expected an object but found a string")]
    [InlineData("{\n\n  \"a\": 1,\n  }", "line 4, column 3")]
    [InlineData("{\"a\":1} x", "line 1, column 9: 'x' is invalid after a single JSON value")]
    [InlineData("{\"é\":1,}", "line 1, column 8")]
    [InlineData("{\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}},\"interactions\":[{\"type\":\"Odd\"}]}", "($.interactions[0].type): expected \"Synchronous/HTTP\"")]
    [InlineData("{\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}},\"interactions\":[{\"type\":\"Synchronous/Messages\",\"request\":[],\"response\":[]}]}", "($.interactions[0].request): expected an object but found an array")]
    [InlineData("{\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}},\"interactions\":[{\"type\":\"Synchronous/Messages\",\"request\":{},\"response\":{}}]}", "($.interactions[0].response): expected an array but found an object")]
    [InlineData("{\"a\":\"\\ud800\"}", "line 1, column 6: expected whole characters but found half of a surrogate pair")]
    public void A_bad_file_is_an_error_that_says_what_and_where(string json, string expected)
    {
        var result = Reading.Pact(json);
        Assert.False(result.IsSuccess);
        Assert.StartsWith("test.json: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_an_error()
    {
        var result = PactReader.Read(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, "x");
        Assert.Equal("x: line 1, column 3: expected UTF-8 but found a byte that is not", result.Error);
    }

    [Fact]
    public void Nesting_without_end_is_an_error()
    {
        var result = Reading.Pact("{\"interactions\":" + new string('[', 10_000) + new string(']', 10_000) + "}");
        Assert.Contains("maximum configured depth of 1000", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.True(Reading.Pact("\uFEFF{}").IsSuccess);

    [Fact]
    public void The_last_of_duplicate_keys_counts()
    {
        var pact = Reading.Good("""{"consumer":{"name":"a"},"consumer":{"name":"b"},"interactions":[{"request":{"body":{"x":1,"x":2}},"response":{}}]}""");
        Assert.Equal("b", pact.Consumer);
        Assert.Equal("""{"x":2}""", Assert.IsType<HttpInteraction>(pact.Interactions[0]).Request.Body.Text());
    }

    [Fact]
    public void Numbers_and_text_in_a_body_stay_as_spelled()
    {
        var pact = Reading.Good("""{"interactions":[{"request":{"body":[1.0,1e2,-0,1.10,123456789012345678901234567890,"é \ud83d\ude00 <&> \u0001\"\\"]},"response":{}}]}""");
        Assert.Equal(
            "[1.0,1e2,-0,1.10,123456789012345678901234567890,\"é \ud83d\ude00 <&> \\u0001\\\"\\\\\"]",
            Assert.IsType<HttpInteraction>(pact.Interactions[0]).Request.Body.Text());
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        var result = PactReader.ReadFile(Path.Combine(Path.GetTempPath(), "no such folder", "x.json"));
        Assert.Contains("x.json: the pact file could not be read", result.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> PactFiles =>
        [.. ConformanceFiles.In(ConformanceFiles.Compat, "pact-*.json"), .. ConformanceFiles.In(ConformanceFiles.Clients, "*.json")];

    [Theory(Skip = ConformanceFiles.NotFound, SkipType = typeof(ConformanceFiles), SkipUnless = nameof(ConformanceFiles.AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(PactFiles))]
    public void Real_pact_files_read_without_a_warning(string path)
    {
        var result = PactReader.ReadFile(path);
        Assert.True(result.IsSuccess, result.Error);
        Assert.Empty(result.Warnings);
        Assert.NotEmpty(result.Pact.Interactions);
    }

    public static TheoryData<string> Versions => ["V1", "V1.1", "V2", "V3", "V4"];

    [Theory(Skip = ConformanceFiles.NotFound, SkipType = typeof(ConformanceFiles), SkipUnless = nameof(ConformanceFiles.AreHere), SkipTestWithoutData = true)]
    [MemberData(nameof(Versions))]
    public void Every_specification_case_reads(string version)
    {
        var folder = Path.Combine(ConformanceFiles.SpecificationCases, version, "testcases");
        var specification = Reading.Specification(version);
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var json = Reading.Json(File.ReadAllText(file).TrimStart('\uFEFF'));
            foreach (var side in (string[])["expected", "actual"])
            {
                var warnings = new List<string>();
                var part = json.GetProperty(side);
                var kind = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0];
                object read = kind switch
                {
                    "request" => PactReader.ReadRequest(part, specification, warnings),
                    "response" => PactReader.ReadResponse(part, specification, warnings),
                    _ => PactReader.ReadMessage(part, specification, warnings),
                };
                Assert.NotNull(read);
                if (specification != PactSpecification.V4) Assert.Empty(warnings);
                count++;
            }
        }

        Assert.True(count >= 100, $"only {count} parts");
    }
}
