using System.Diagnostics;
using System.Text;
using PactKit.Model;

namespace PactKit.Tests.Model;

public sealed class PactFileTests : IDisposable
{
    private static readonly PactFileOptions Refuse = new() { Conflicts = MergeConflict.Refuse };

    private readonly string _folder = Directory.CreateTempSubdirectory("pactfile").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("User Service", "API Gateway", "User Service-API Gateway.json")]
    [InlineData("Prüfer", "日本", "Prüfer-日本.json")]
    [InlineData("a/b", "c", "a/b-c.json")]
    [InlineData("../../etc/x", "c", "_/_/etc/x-c.json")]
    [InlineData("/x", "c:d?", "_/x-c_d_.json")]
    [InlineData("a<b>c\"d|e*f", "tab\tend\u0001", "a_b_c_d_e_f-tab_end_.json")]
    public void A_file_is_named_after_both_sides(string consumer, string provider, string expected) =>
        Assert.Equal(expected, PactFile.NameOf(consumer, provider).Replace(Path.DirectorySeparatorChar, '/'));

    [Fact]
    public void The_folder_is_made_and_the_pact_written()
    {
        var result = PactFile.Write(Pact(Http("a")), Path.Combine(_folder, "deep", "er"));
        Assert.True(result.IsSuccess, result.Error);
        Assert.Equal(["a"], Descriptions(result.Path));
        Assert.Equal(Path.Combine(_folder, "deep", "er", "C-P.json"), result.Path);
    }

    [Fact]
    public void Interactions_are_added_to_those_that_are_there()
    {
        Write(Pact(Http("b")));
        Write(Pact(Http("a")));
        Assert.Equal(["a", "b"], Descriptions(File0));
    }

    [Theory]
    [InlineData(PactSpecification.V2)]
    [InlineData(PactSpecification.V3)]
    [InlineData(PactSpecification.V4)]
    public void The_same_interaction_is_replaced(PactSpecification specification)
    {
        Write(Pact(Http("a", path: "/old"), Http("b")) with { Specification = specification });
        Write(Pact(Http("a", path: "/new")) with { Specification = specification });
        Assert.Equal(["/new", "/"], Read(File0).Interactions.Cast<HttpInteraction>().Select(i => i.Request.Path));
    }

    [Fact]
    public void Other_states_make_another_interaction_and_other_parameters_do_not()
    {
        Write(Pact(Http("a"), Http("a", state: "s")));
        Write(Pact(Http("a", state: "t")));
        Write(Pact(Http("a", state: "s") with { ProviderStates = [new ProviderState("s") { Params = new Dictionary<string, System.Text.Json.JsonElement> { ["id"] = Reading.Json("1") } }] }));
        Assert.Equal(3, Read(File0).Interactions.Count);
    }

    [Fact]
    public void A_key_names_an_interaction_before_its_description_does()
    {
        Write(Pact(Http("a") with { Key = "1" }, Http("b") with { Key = "2" }));
        Write(Pact(Http("renamed") with { Key = "1" }, Http("b") with { Key = "3" }));
        Assert.Equal(["b 2", "b 3", "renamed 1"], Read(File0).Interactions.Select(i => $"{i.Description} {i.Key}"));
        Write(Pact(Http("b")));
        Assert.Equal(["b ", "renamed 1"], Read(File0).Interactions.Select(i => $"{i.Description} {i.Key}"));
    }

    [Fact]
    public void A_message_and_a_request_of_the_same_name_live_side_by_side_in_V4()
    {
        Write(Pact(Http("a")));
        Write(Pact(new AsynchronousMessage { Description = "a", Contents = new MessageContents() }));
        Assert.Equal([typeof(AsynchronousMessage), typeof(HttpInteraction)], Read(File0).Interactions.Select(i => i.GetType()));
    }

    [Fact]
    public void Messages_do_not_go_into_a_V3_file_with_requests()
    {
        Write(Pact(Http("a")) with { Specification = PactSpecification.V3 });
        var before = File.ReadAllBytes(File0);
        var result = PactFile.Write(Pact(new AsynchronousMessage { Description = "m", Contents = new MessageContents() }) with { Specification = PactSpecification.V3 }, _folder);
        Assert.Contains("holds either HTTP interactions or messages", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(File0));
    }

    [Fact]
    public void A_conflict_may_be_refused_before_V4()
    {
        var old = Pact(Http("a", path: "/old")) with { Specification = PactSpecification.V3 };
        Write(old);
        var before = File.ReadAllBytes(File0);
        var result = PactFile.Write(Pact(Http("a", path: "/new")) with { Specification = PactSpecification.V3 }, _folder, Refuse);
        Assert.Contains("\"a\" with GET /old -> 200", result.Error, StringComparison.Ordinal);
        Assert.Contains("with GET /new -> 200", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(File0));
        Assert.True(PactFile.Write(old, _folder, Refuse).IsSuccess);
        Assert.True(PactFile.Write(Pact(Http("a", path: "/new")), _folder, Refuse).IsSuccess);
    }

    [Fact]
    public void A_file_of_another_version_is_converted_with_a_warning()
    {
        Write(Pact(Http("a")) with { Specification = PactSpecification.V2 });
        var result = PactFile.Write(Pact(Http("b")), _folder);
        Assert.Equal(PactSpecification.V4, Read(File0).Specification);
        Assert.Contains("was V2 and is now V4", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Overwriting_forgets_what_was_there()
    {
        Write(Pact(Http("a")));
        PactFile.Write(Pact(Http("b")), _folder, new PactFileOptions { Mode = PactFileMode.Overwrite });
        Assert.Equal(["b"], Descriptions(File0));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{\"interactions\":7}")]
    public void A_file_that_is_no_pact_is_left_alone(string content)
    {
        File.WriteAllText(File0, content);
        var result = PactFile.Write(Pact(Http("a")), _folder);
        Assert.Contains("what is there is no pact", result.Error, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(File0));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_file_between_others_is_left_alone()
    {
        PactFile.WriteTo(Pact(Http("a")) with { Consumer = "X" }, File0);
        var result = PactFile.WriteTo(Pact(Http("a")), File0);
        Assert.Contains("between \"X\" and \"P\", not between \"C\" and \"P\"", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_metadata_and_plugins_stay()
    {
        File.WriteAllText(File0, """{"consumer":{"name":"C"},"provider":{"name":"P"},"metadata":{"other":{"v":1},"plugins":[{"name":"csv","version":"1"},{"name":"avro"}],"pactSpecification":{"version":"4.0"}},"interactions":[]}""");
        Write(Pact(Http("a")) with { Metadata = Reading.Json("""{"mine":2,"plugins":[{"name":"csv","version":"2"}]}""").EnumerateObject().ToDictionary(m => m.Name, m => m.Value) });
        var metadata = Read(File0).Metadata;
        Assert.Equal(["mine", "other", "pactKit", "plugins"], metadata.Keys.Order());
        Assert.Equal("""[{"name":"csv","version":"2"},{"name":"avro"}]""", PactKit.Model.Json.JsonPrinter.Compact(metadata["plugins"]));
    }

    [Fact]
    public void Writing_the_same_again_changes_no_byte()
    {
        Write(Pact(Http("a"), Http("b")));
        var before = File.ReadAllBytes(File0);
        Write(Pact(Http("b")));
        Write(Pact(Http("a")));
        Assert.Equal(before, File.ReadAllBytes(File0));
    }

    // Tools that watch the folder would start anew for nothing.
    [Fact]
    public void A_file_that_would_not_change_is_not_touched()
    {
        Write(Pact(Http("a")));
        var then = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(File0, then);

        Write(Pact(Http("a")));
        Assert.Equal(then, File.GetLastWriteTimeUtc(File0));

        Write(Pact(Http("b")));
        Assert.NotEqual(then, File.GetLastWriteTimeUtc(File0));
    }

    [Fact]
    public void Many_threads_lose_nothing()
    {
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 10; i++) Write(Pact(Http($"{thread} {i}")));
        });
        Assert.Equal(80, Read(File0).Interactions.Count);
    }

    [Fact]
    public void A_file_that_others_hold_is_not_waited_for_for_ever()
    {
        using var held = FileLock.Take(File0, TimeSpan.FromSeconds(1));
        var result = PactFile.Write(Pact(Http("a")), _folder, new PactFileOptions { LockTimeout = TimeSpan.FromMilliseconds(20) });
        Assert.Contains("others have been writing it", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(File0));
    }

    [Fact]
    public void Two_spellings_of_a_path_share_a_lock_and_two_paths_do_not()
    {
        using var held = FileLock.Take(File0, TimeSpan.FromSeconds(1));
        using var shouted = FileLock.Take(File0.ToUpperInvariant(), TimeSpan.Zero);
        using var other = FileLock.Take(File0 + "2", TimeSpan.Zero);
        Assert.Null(shouted);
        Assert.NotNull(other);
    }

    [Fact]
    public void A_large_file_is_merged_in_reasonable_time()
    {
        var body = Body.Of(Encoding.UTF8.GetBytes($"{{\"items\":[{string.Join(',', Enumerable.Range(0, 80).Select(i => $"{{\"id\":{i},\"n\":\"x\"}}"))}]}}"), ContentType.Json);
        Write(Pact([.. Enumerable.Range(0, 330).Select(i => Http($"interaction {i}") with { Response = new Response { Body = body } })]));
        Assert.True(new FileInfo(File0).Length > 2_300_000);
        Write(Pact(Http("one more")));
        var watch = Stopwatch.StartNew();
        Write(Pact(Http("another")));
        // A tenth of a second, on a machine that has it; a file that were read once per interaction would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.Equal(332, Read(File0).Interactions.Count);
    }

    [Fact]
    public void What_others_wrote_meanwhile_stays_even_where_it_is_as_long()
    {
        Write(Pact(Http("a")));
        File.WriteAllText(File0, File.ReadAllText(File0).Replace("\"a\"", "\"x\"", StringComparison.Ordinal));
        Write(Pact(Http("b")));
        Assert.Equal(["b", "x"], Descriptions(File0));
    }

    [Fact]
    public void A_file_that_was_deleted_meanwhile_begins_anew()
    {
        Write(Pact(Http("a")));
        File.Delete(File0);
        Write(Pact(Http("b")));
        Assert.Equal(["b"], Descriptions(File0));
    }

    [Theory]
    [InlineData(PactSpecification.V2)]
    [InlineData(PactSpecification.V3)]
    [InlineData(PactSpecification.V4)]
    public void One_by_one_or_all_at_once_the_bytes_are_the_same(PactSpecification specification)
    {
        HttpInteraction[] all =
        [
            Answer("z", """{"b":[1.0,{"é":2,"a":"\\u00e9\\n"}],"a":null,"a":1}""", "application/json"), Answer("a \"quoted\"\n name", "plain text", "text/plain"),
            Answer("m", "", "text/plain"), Http("a", state: "s") with { Key = "k" }, Answer("number", "12.50", "application/json"),
        ];
        foreach (var one in all) Write(Pact(one) with { Specification = specification });
        foreach (var again in all.Reverse()) Write(Pact(again) with { Specification = specification });

        Assert.Equal(
            Encoding.UTF8.GetString(PactWriter.Write(Pact(all) with { Specification = specification }).Json!), File.ReadAllText(File0));
    }

    private static HttpInteraction Answer(string description, string body, string type)
    {
        _ = ContentType.TryParse(type, out var contentType);
        return Http(description) with
        {
            Response = new Response
            {
                Headers = new Dictionary<string, IReadOnlyList<string>> { ["Content-Type"] = [type] },
                Body = Body.Of(Encoding.UTF8.GetBytes(body), contentType),
                MatchingRules = new MatchingRules { Body = new Dictionary<string, RuleList> { ["$"] = RuleList.Of(new TypeRule(Min: 1)) } },
            },
        };
    }

    private string File0 => Path.Combine(_folder, "C-P.json");

    private static Pact Pact(params Interaction[] interactions) => new() { Consumer = "C", Provider = "P", Interactions = interactions };

    private static HttpInteraction Http(string description, string? state = null, string path = "/") => new()
    {
        Description = description,
        ProviderStates = state is null ? [] : [new ProviderState(state)],
        Request = new Request { Path = path },
        Response = new Response(),
    };

    private void Write(Pact pact)
    {
        var result = PactFile.Write(pact, _folder);
        Assert.True(result.IsSuccess, result.Error);
    }

    private static Pact Read(string path)
    {
        var result = PactReader.ReadFile(path);
        Assert.True(result.IsSuccess, result.Error);
        return result.Pact;
    }

    private static IEnumerable<string> Descriptions(string path) => Read(path).Interactions.Select(i => i.Description);
}
