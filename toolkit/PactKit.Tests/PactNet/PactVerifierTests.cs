using System.Net;
using System.Text.Json;
using PactKit.Tests.Verifier;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.Tests.PactNet;

public sealed class PactVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryOutput _output = new();

    private static string UserPact(string provider = "p", string consumer = "c") => $$"""
        {
          "consumer": { "name": "{{consumer}}" },
          "provider": { "name": "{{provider}}" },
          "interactions": [
            {
              "type": "Synchronous/HTTP", "description": "a user", "providerStates": [{ "name": "user 1 exists" }],
              "request": { "method": "GET", "path": "/users/1" },
              "response": {
                "status": 200, "headers": { "Content-Type": ["application/json"] },
                "body": { "content": { "id": 1, "name": "Ann" }, "contentType": "application/json", "encoded": false },
                "matchingRules": { "body": { "$.name": { "combine": "AND", "matchers": [{ "match": "type" }] } } }
              }
            }
          ],
          "metadata": { "pactSpecification": { "version": "4.0" } }
        }
        """;

    private static string MessagePact => """
        {
          "consumer": { "name": "c" }, "provider": { "name": "p" },
          "interactions": [
            {
              "type": "Asynchronous/Messages", "description": "a user event",
              "contents": { "content": { "id": 1 }, "contentType": "application/json", "encoded": false },
              "metadata": { "contentType": "application/json", "topic": "users" }
            }
          ],
          "metadata": { "pactSpecification": { "version": "4.0" } }
        }
        """;

    [Fact]
    public void A_file_is_verified_in_memory_and_the_report_goes_to_the_outputters()
    {
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(Provider()).WithFileSource(UserFile()).Verify();

        Assert.Contains("Pact verification successful", _output.Text, StringComparison.Ordinal);
        Assert.Contains("Verifying a pact between c and p", _output.Text, StringComparison.Ordinal);
        Assert.Contains("Given user 1 exists", _output.Text, StringComparison.Ordinal);
        Assert.Contains("has a matching body (OK)", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_says_what_differs_in_the_exception()
    {
        using var verifier = NewVerifier();

        var failure = Assert.Throws<PactVerificationFailedException>(
            () => verifier.WithHttpEndpoint(Provider("""{"id":2,"name":"Bob"}""")).WithFileSource(UserFile()).Verify());

        Assert.Contains("$.id", failure.Message, StringComparison.Ordinal);
        Assert.Contains("a user given user 1 exists", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Pact verification failed", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_there_as_data()
    {
        using var verifier = NewVerifier();

        var report = await verifier.WithHttpEndpoint(Provider("""{"id":2,"name":1}""")).WithFileSource(UserFile()).ReportAsync();

        Assert.False(report.Success);
        Assert.Equal(2, report.Pacts.Single().Interactions.Single().Mismatches.Count);
    }

    [Fact]
    public async Task An_HttpClient_can_be_the_endpoint()
    {
        using var client = new HttpClient(Provider()) { BaseAddress = new Uri("http://provider.example/") };
        using var verifier = NewVerifier();

        var report = await verifier.WithHttpEndpoint(client).WithFileSource(UserFile()).VerifyAsync();

        Assert.True(report.Success);
    }

    [Fact]
    public void States_can_be_code()
    {
        var states = new List<string>();
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(Provider()).WithFileSource(UserFile())
            .WithProviderStates(handlers => handlers.Add("user 1 exists", state => states.Add(state.Name)))
            .Verify();

        Assert.Equal(["user 1 exists"], states);
    }

    [Fact]
    public void The_state_endpoint_of_a_provider_in_memory_is_in_memory()
    {
        var provider = Provider();
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(provider).WithFileSource(UserFile())
            .WithProviderStateUrl(new Uri("/provider-states", UriKind.Relative), options => options.WithTeardown().WithStyle(ProviderStateStyle.Query))
            .WithCustomHeader("X-Key", "k")
            .Verify();

        Assert.Equal(
            ["/provider-states?action=setup&state=user%201%20exists", "/users/1", "/provider-states?action=teardown&state=user%201%20exists"],
            provider.Requests.Select(request => request.Target));
        Assert.All(provider.Requests, request => Assert.Equal("k", request.Headers["X-Key"]));
    }

    [Fact]
    public void A_folder_gives_the_pacts_of_this_provider_and_these_consumers()
    {
        var provider = Provider();
        _folder.Write("a.json", UserPact(consumer: "wanted"));
        _folder.Write("b.json", UserPact(consumer: "other"));
        _folder.Write("c.json", UserPact(provider: "somebody else", consumer: "wanted"));
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(provider).WithDirectorySource(new DirectoryInfo(_folder.Path), "wanted").Verify();

        Assert.Single(provider.Requests);
    }

    [Fact]
    public void An_empty_folder_passes_with_a_warning()
    {
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(Provider()).WithDirectorySource(new DirectoryInfo(_folder.Path)).Verify();

        Assert.Contains("nothing was verified", _output.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "could not be read")]
    [InlineData("{ this is no pact", "broken.json")]
    public void A_file_that_cannot_be_read_fails_and_names_the_file(string? text, string expected)
    {
        if (text is not null) _folder.Write("broken.json", text);
        using var verifier = NewVerifier();
        var file = new FileInfo(Path.Combine(_folder.Path, "broken.json"));

        var failure = Assert.Throws<PactVerificationFailedException>(() => verifier.WithHttpEndpoint(Provider()).WithFileSource(file).Verify());

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("broken.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sources_are_all_verified()
    {
        var provider = Provider();
        using var verifier = NewVerifier();
        verifier.WithHttpEndpoint(provider);
        verifier.WithFileSource(UserFile());

        verifier.WithFileSource(UserFile()).Verify();

        Assert.Equal(2, provider.Requests.Count);
    }

    [Fact]
    public void A_filter_selects_interactions()
    {
        var provider = Provider();
        using var verifier = NewVerifier();

        verifier.WithHttpEndpoint(provider).WithFileSource(UserFile()).WithFilter(description: "no such thing").Verify();

        Assert.Empty(provider.Requests);
    }

    [Fact]
    public void Messages_need_no_endpoint()
    {
        using var verifier = NewVerifier();
        var file = new FileInfo(_folder.Write("m.json", MessagePact));

        verifier
            .WithMessages(
                scenarios => scenarios.Add("A user event", builder => builder
                    .WithMetadata(new { topic = "users" })
                    .WithContent(() => new { Id = 1 })),
                new JsonSerializerOptions(JsonSerializerDefaults.Web))
            .WithFileSource(file)
            .Verify();

        Assert.Contains("includes metadata (OK)", _output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_asynchronous_factory_runs_after_the_state_and_is_awaited()
    {
        var seen = new List<string>();
        using var verifier = NewVerifier();
        var file = new FileInfo(_folder.Write("m.json", MessagePact));
        verifier.WithMessages(scenarios => scenarios.Add("a user event", async builder => await builder
            .WithMetadata(new Dictionary<string, string> { ["topic"] = "users" })
            .WithContentAsync(async () =>
            {
                await Task.Delay(1);
                seen.Add("factory");
                return new { id = 1 };
            })));
        Assert.Empty(seen);

        verifier.WithFileSource(file).WithProviderStates(states => states.Add("", _ => seen.Add("state"))).Verify();

        Assert.Equal(["state", "factory"], seen);
    }

    [Fact]
    public void A_message_nobody_makes_and_a_factory_that_throws_are_named_in_the_exception()
    {
        var file = new FileInfo(_folder.Write("m.json", MessagePact));
        using var none = NewVerifier();
        using var throws = NewVerifier();

        var unknown = Assert.Throws<PactVerificationFailedException>(
            () => none.WithMessages(scenarios => scenarios.Add("other", () => 1)).WithFileSource(file).Verify());
        var failed = Assert.Throws<PactVerificationFailedException>(
            () => throws.WithMessages(s => s.Add("a user event", () => throw new InvalidOperationException("no clock"))).WithFileSource(file).Verify());

        Assert.Contains("No scenario makes the message 'a user event'", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("no clock", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_in_the_wrong_order_say_what_to_call_first()
    {
        using var verifier = NewVerifier();

        var failure = Assert.Throws<InvalidOperationException>(() => verifier.WithFileSource(UserFile()));

        Assert.Contains("WithHttpEndpoint", failure.Message, StringComparison.Ordinal);
        verifier.WithHttpEndpoint(new Uri("http://localhost:1"));
        Assert.Throws<InvalidOperationException>(() => verifier.WithHttpEndpoint(new Uri("http://localhost:1")));
        verifier.WithMessages(_ => { });
        Assert.Throws<InvalidOperationException>(() => verifier.WithMessages(_ => { }));
    }

    [Fact]
    public void Null_and_empty_arguments_are_ArgumentExceptions()
    {
        using var verifier = NewVerifier();
        verifier.WithHttpEndpoint(Provider());
        var source = verifier.WithFileSource(UserFile());

        Assert.Throws<ArgumentException>(() => new PactVerifier(null!));
        Assert.Throws<ArgumentException>(() => verifier.WithHttpEndpoint((Uri)null!));
        Assert.Throws<ArgumentException>(() => verifier.WithFileSource(null!));
        Assert.Throws<ArgumentException>(() => verifier.WithDirectorySource(null!));
        Assert.Throws<ArgumentException>(() => verifier.WithUriSource(null!));
        Assert.Throws<ArgumentException>(() => verifier.WithPactBrokerSource(null!));
        Assert.Throws<ArgumentException>(() => verifier.WithPactBrokerSource(new Uri("http://b"), o => o.BasicAuthentication("", "p")));
        Assert.Throws<ArgumentException>(() => verifier.WithPactBrokerSource(new Uri("http://b"), o => o.TokenAuthentication(null!)));
        Assert.Throws<ArgumentException>(() => verifier.WithPactBrokerSource(new Uri("http://b"), o => o.PublishResults("")));
        Assert.Throws<ArgumentException>(() => source.WithProviderStateUrl(null!));
        Assert.Throws<ArgumentException>(() => source.WithCustomHeader("", "v"));
        Assert.Throws<ArgumentException>(() => source.WithFilter("("));
        Assert.Throws<ArgumentException>(() => source.WithRequestTimeout(TimeSpan.Zero));
    }

    [Fact]
    public void Scenarios_are_checked_when_they_are_added()
    {
        using var verifier = NewVerifier();

        Assert.Throws<InvalidOperationException>(() => verifier.WithMessages(s => s.Add("empty", builder => { builder.WithMetadata(new { a = 1 }); })));
        Assert.Throws<ArgumentException>(() => verifier.WithMessages(s => s.Add("twice", () => 1).Add("TWICE", () => 2)));
    }

    [Fact]
    public void A_provider_that_cannot_be_reached_fails_with_its_address()
    {
        using var verifier = NewVerifier();

        var failure = Assert.Throws<PactVerificationFailedException>(
            () => verifier.WithHttpEndpoint(new Uri("http://127.0.0.1:9/")).WithFileSource(UserFile()).Verify());

        Assert.Contains("The provider at http://127.0.0.1:9/ could not be reached: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_throws_does_no_harm()
    {
        using var verifier = new PactVerifier("p", new PactVerifierConfig { Outputters = [new Throwing()] });

        verifier.WithHttpEndpoint(Provider()).WithFileSource(UserFile()).Verify();
    }

    [Fact]
    public void Nothing_is_written_to_the_console_that_no_outputter_writes()
    {
        var console = Console.Out;
        using var captured = new StringWriter();
        Console.SetOut(captured);
        try
        {
            using var verifier = NewVerifier();
            verifier.WithHttpEndpoint(Provider()).WithFileSource(UserFile()).Verify();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.DoesNotContain("Verifying a pact", captured.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static StubProvider Provider(string json = """{"id":1,"name":"Bob"}""") => new(request =>
        request.Target.StartsWith("/users", StringComparison.Ordinal) ? StubProvider.Json(json) : new HttpResponseMessage(HttpStatusCode.OK));

    private PactVerifier NewVerifier() => new("p", new PactVerifierConfig { Outputters = [_output] });

    private FileInfo UserFile() => new(_folder.Write("c-p.json", UserPact()));

    private sealed class Throwing : global::PactNet.Infrastructure.Outputters.IOutput
    {
        public void WriteLine(string line) => throw new InvalidOperationException("the test is over");
    }
}
