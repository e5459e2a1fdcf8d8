using System.Net;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PactKit.Plugins.Protocol;
using PactKit.Verifier;
using PactNet;
using PactNet.Exceptions;
using EntryType = PactKit.Plugins.Protocol.CatalogueEntry.Types.EntryType;

namespace PactKit.Plugins.Tests.Contents;

/// <summary>What the engine makes of a plugin's answers, and what the plugin is asked.</summary>
public sealed class PluginContentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_parts_of_an_interaction_may_come_from_one_answer_and_everything_it_keeps_is_in_the_file()
    {
        await using var fake = await StartAsync();
        fake.Answer<ConfigureInteractionRequest>(request => new ConfigureInteractionResponse
        {
            PluginConfiguration = Kept("whole", "file-1"),
            Interaction =
            {
                Part("request", "ask", "made of " + request.ContentsConfig.Fields["of"].StringValue),
                Part("response", "answer", "and this"),
            },
        });
        using var host = new PluginHost(fake.Options);

        await VerifyAsync(Builder(host), fake, HttpStatusCode.OK);

        using var pact = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "C-P.json"), Cancellation));
        var interaction = pact.RootElement.GetProperty("interactions")[0];
        Assert.Equal("ask", interaction.GetProperty("request").GetProperty("body").GetProperty("content").GetString());
        Assert.Equal("answer", interaction.GetProperty("response").GetProperty("body").GetProperty("content").GetString());
        Assert.Equal("""{"fake":{"request":"r1","response":"r1","whole":"r1"}}""", Compact(interaction.GetProperty("pluginConfiguration")));
        Assert.Equal("""{"markup":"made of wood\nand this","markupType":"HTML"}""", Compact(interaction.GetProperty("interactionMarkup")));
        Assert.Equal(
            """[{"configuration":{"request":"file-1","response":"file-1","whole":"file-1"},"name":"fake","version":"1.0.0"}]""",
            Compact(pact.RootElement.GetProperty("metadata").GetProperty("plugins")));
    }

    [Fact]
    public async Task The_plugin_compares_with_the_rules_and_what_it_keeps()
    {
        await using var fake = await StartAsync();
        var part = Part("", "ask", "");
        part.Rules["$.a"] = new MatchingRules { Rule = { new MatchingRule { Type = "regex", Values = Json("""{"regex":"a."}""") }, new MatchingRule { Type = "own-rule", Values = Json("""{"x":1}""") } } };
        fake.Answer<ConfigureInteractionRequest>(_ => new ConfigureInteractionResponse { Interaction = { part } });
        using var host = new PluginHost(fake.Options);

        await VerifyAsync(Builder(host), fake, HttpStatusCode.OK);

        // The engine also holds the example against its own rules.
        var compare = Assert.Single(fake.Requests.OfType<CompareContentsRequest>(), request => request.Actual.Content.ToStringUtf8() == "sent");
        Assert.Equal(("ask", "sent"), (compare.Expected.Content.ToStringUtf8(), compare.Actual.Content.ToStringUtf8()));
        Assert.Equal("application/x-fake", compare.Expected.ContentType);
        Assert.False(compare.AllowUnexpectedKeys);
        Assert.Equal(part.Rules, compare.Rules);
        using var pact = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "C-P.json"), Cancellation));
        var matchers = pact.RootElement.GetProperty("interactions")[0].GetProperty("request").GetProperty("matchingRules").GetProperty("body").GetProperty("$.a").GetProperty("matchers");
        Assert.Equal("""[{"match":"regex","regex":"a."},{"match":"own-rule","x":1}]""", Compact(matchers));
        Assert.Equal("""{"":"r1"}""", Compact(ProtoJson.ToJson(compare.PluginConfiguration.InteractionConfiguration)));
        Assert.Equal("""{"":"file-1"}""", Compact(ProtoJson.ToJson(compare.PluginConfiguration.PactConfiguration)));
    }

    public static TheoryData<CompareContentsResponse, string> Differences => new()
    {
        { new CompareContentsResponse { Error = "cannot read it" }, "$: cannot read it" },
        {
            new CompareContentsResponse { TypeMismatch = new ContentTypeMismatch { Expected = "a/b", Actual = "c/d" } },
            "$: Expected a body of 'a/b' but the actual content type was 'c/d'"
        },
        {
            new CompareContentsResponse { Results = { ["$.key"] = new ContentMismatches { Mismatches = { new ContentMismatch { Mismatch = "wrong", Diff = "-1\n+2" } } } } },
            "$.key: wrong"
        },
        {
            new CompareContentsResponse { Results = { [""] = new ContentMismatches { Mismatches = { new ContentMismatch { Mismatch = "wrong", Path = "$.path", Expected = ByteString.CopyFrom(0xFF, 0x00) } } } } },
            "$.path: wrong"
        },
    };

    [Theory]
    [MemberData(nameof(Differences), DisableDiscoveryEnumeration = true)]
    public async Task A_difference_the_plugin_finds_refuses_the_request(CompareContentsResponse answer, string expected)
    {
        await using var fake = await StartAsync();
        fake.Answer<CompareContentsRequest>(_ => answer);
        using var host = new PluginHost(fake.Options);

        var fault = await Assert.ThrowsAsync<PactFailureException>(() => VerifyAsync(Builder(host), fake, HttpStatusCode.InternalServerError));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_fails_at_a_comparison_refuses_the_request_with_its_words()
    {
        await using var fake = await StartAsync();
        fake.Answer<CompareContentsRequest>(_ => throw new RpcException(new Status(StatusCode.Internal, "out of cheese")));
        using var host = new PluginHost(fake.Options);

        var fault = await Assert.ThrowsAsync<PactFailureException>(() => VerifyAsync(Builder(host), fake, HttpStatusCode.InternalServerError));

        Assert.Contains("The plugin fake 1.0.0 failed at CompareContents: out of cheese (Internal).", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_has_ended_is_told_with_its_exit_code()
    {
        await using var fake = await StartAsync();
        using var host = new PluginHost(fake.Options);
        var builder = Builder(host);
        using (var process = System.Diagnostics.Process.GetProcessById(host.Plugins[0].ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        fake.Answer<ConfigureInteractionRequest>(_ => throw new RpcException(new Status(StatusCode.Unavailable, "gone")));

        var fault = await Assert.ThrowsAsync<PluginException>(() => VerifyAsync(builder, fake, HttpStatusCode.OK));

        Assert.Contains("The process ended with exit code 137.", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<FakePlugin> StartAsync()
    {
        var fake = await FakePlugin.StartAsync();
        fake.Entries.Add(new CatalogueEntry { Type = EntryType.ContentMatcher, Key = "x", Values = { ["content-types"] = "text/other;application/x-.*" } });
        fake.Answer<ConfigureInteractionRequest>(_ => new ConfigureInteractionResponse { Interaction = { Part("", "ask", "") } });
        return fake;
    }

    private static InteractionResponse Part(string name, string content, string markup) => new()
    {
        PartName = name,
        Contents = new Body { ContentType = "application/x-fake", Content = ByteString.CopyFromUtf8(content), ContentTypeHint = Body.Types.ContentTypeHint.Text },
        PluginConfiguration = Kept(name, "file-1"),
        InteractionMarkup = markup,
        InteractionMarkupType = InteractionResponse.Types.MarkupType.Html,
    };

    private static PluginConfiguration Kept(string name, string forPact) => new()
    {
        InteractionConfiguration = new Struct { Fields = { [name] = Value.ForString("r1") } },
        PactConfiguration = new Struct { Fields = { [name] = Value.ForString(forPact) } },
    };

    private IPactBuilderV4 Builder(PluginHost host) =>
        Pact.V4("C", "P", new PactConfig { PactDir = _folder.Path }).WithHttpInteractions().UsingPlugin("fake", host: host);

    private static async Task VerifyAsync(IPactBuilderV4 builder, FakePlugin fake, HttpStatusCode expected)
    {
        builder.UponReceiving("x").WithRequest(HttpMethod.Post, "/").WithPluginContents("application/x-fake", new { of = "wood" }).WillRespond();
        await builder.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            using var answer = await client.PostAsync("/", new StringContent("sent", Encoding.UTF8, "application/x-fake"), Cancellation);
            Assert.Equal(expected, answer.StatusCode);
        });
        Assert.All(fake.Calls, call => Assert.Equal(FakePlugin.Key, call.Key));
    }

    private static Struct Json(string json) => Struct.Parser.ParseJson(json);

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
