using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PactKit.Verifier;
using PactKit.Verifier.Sources;
using PactNet;
using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>The whole loop with the sample plugin: a consumer test writes a pact, the verifier verifies a provider with it.</summary>
public sealed class CsvLoopTests(CsvPluginFixture plugin) : IClassFixture<CsvPluginFixture>, IDisposable
{
    private static readonly Dictionary<string, object> Report = new()
    {
        ["csvHeaders"] = true,
        ["column:Name"] = "matching(type, 'Fred')",
        ["column:Number"] = "matching(number, 100)",
        ["column:First day"] = "matching(date, 'yyyy-MM-dd', '2000-01-01')",
    };

    private readonly TemporaryFolder _folder = new();
    private string? _answered;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_consumer_test_gets_the_example_and_the_pact_file_holds_what_the_plugin_needs()
    {
        using var pact = JsonDocument.Parse(await File.ReadAllBytesAsync(await WritePactAsync(), Cancellation));
        var json = pact.RootElement;

        var entry = Assert.Single(json.GetProperty("metadata").GetProperty("plugins").EnumerateArray());
        Assert.Equal("csv", entry.GetProperty("name").GetString());
        Assert.Equal("0.1.0", entry.GetProperty("version").GetString());
        var interaction = json.GetProperty("interactions").EnumerateArray().Single(one => one.GetProperty("description").GetString() == "a request for a report");
        Assert.True(interaction.GetProperty("pluginConfiguration").GetProperty("csv").GetProperty("csvHeaders").GetBoolean());
        Assert.Equal("COMMON_MARK", interaction.GetProperty("interactionMarkup").GetProperty("markupType").GetString());
        Assert.Contains("| Number | `matching(number, 100)` |", interaction.GetProperty("interactionMarkup").GetProperty("markup").GetString()!, StringComparison.Ordinal);
        var response = interaction.GetProperty("response");
        var body = response.GetProperty("body");
        Assert.StartsWith("Name,Number,First day\nFred,100,", body.GetProperty("content").GetString()!, StringComparison.Ordinal);
        Assert.Equal("text/csv", body.GetProperty("contentType").GetString());
        Assert.Equal("TEXT", body.GetProperty("contentTypeHint").GetString());
        var rules = response.GetProperty("matchingRules").GetProperty("body");
        Assert.Equal("type", rules.GetProperty("$.Name").GetProperty("matchers")[0].GetProperty("match").GetString());
        Assert.Equal("yyyy-MM-dd", rules.GetProperty("$['First day']").GetProperty("matchers")[0].GetProperty("format").GetString());
    }

    [Fact]
    public async Task A_request_that_differs_is_refused_by_the_mock_server_with_the_plugins_words()
    {
        var builder = Builder();
        builder.UponReceiving("a report comes in").WithRequest(HttpMethod.Post, "/reports").WithPluginContents("text/csv", Report).WillRespond().WithStatus(201);

        var fault = await Assert.ThrowsAsync<PactFailureException>(() => builder.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            using var answer = await client.PostAsync("/reports", Csv("Name,Number,First day\nAnn,1,2026-11-22\nBob,many,2026-11-23\n"), Cancellation);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        }));

        Assert.Contains("Row 2, column 'Number': Expected 'many' to match a number", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_column_that_was_not_expected_fails_a_request_and_not_a_response()
    {
        var builder = Builder();
        builder.UponReceiving("a report comes in").WithRequest(HttpMethod.Post, "/reports").WithPluginContents("text/csv", Report).WillRespond().WithStatus(201);

        var fault = await Assert.ThrowsAsync<PactFailureException>(() => builder.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            using var answer = await client.PostAsync("/reports", Csv("First day,More,Number,Name\n2026-11-22,x,1,Ann\n"), Cancellation);
        }));
        var report = await VerifyAsync("First day,More,Number,Name\n2026-11-22,x,1,Ann\n");

        Assert.Contains("The column 'More' was not expected", fault.Message, StringComparison.Ordinal);
        Assert.True(report.Success, VerificationText.Of(report));
    }

    [Fact]
    public async Task A_provider_that_keeps_the_pact_passes()
    {
        var report = await VerifyAsync("Name,Number,First day\nAnn,1,2026-11-22\n\"Bob, Jr.\",2.5,2026-11-23\n");

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(2, Assert.Single(report.Pacts).Interactions.Count);
    }

    [Theory]
    [InlineData("Name,Number\nAnn,1\n", "Expected the column 'First day' but it was missing")]
    [InlineData("Name,Number,First day\nAnn,one,2026-11-22\n", "Row 1, column 'Number': Expected 'one' to match a number")]
    [InlineData("Name,Number,First day\nAnn,1,22.11.2026\n", "Row 1, column 'First day':")]
    [InlineData("Name,Number,First day\n", "Expected at least one row but there were none")]
    [InlineData("Name,Number,First day\nAnn,1\n", "Row 1 has 2 values, the first row of the body has 3")]
    [InlineData("Name,Number,First day\n\"Ann,1,2026-11-22\n", "The actual body is not CSV: line 2: a quote is opened and never closed.")]
    public async Task A_provider_that_does_not_keep_the_pact_fails_with_the_plugins_words(string answer, string expected)
    {
        var report = await VerifyAsync(answer);

        Assert.False(report.Success);
        Assert.Contains(expected, VerificationText.Failures(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plugin_generates_what_the_mock_server_answers_and_what_the_verifier_sends()
    {
        var path = await WritePactAsync();
        var today = $"Name,Number,First day\nFred,100,{TimeProvider.System.GetLocalNow():yyyy-MM-dd}\n";
        using var provider = new CsvProvider("Name,Number,First day\nAnn,1,2026-11-22\n");
        using var verifier = new PactVerifier("Csv Provider");
        using var client = new HttpClient(provider) { BaseAddress = new Uri("http://localhost/") };

        var report = await verifier.WithHttpEndpoint(client).WithPlugins(plugin.Host).WithFileSource(new FileInfo(path)).ReportAsync(Cancellation);

        Assert.True(report.Success, VerificationText.Of(report));
        Assert.Equal(today, provider.Received);
        Assert.Equal(today, _answered);
        Assert.Contains("2000-01-01", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engines_own_verifier_takes_plugins_in_its_options()
    {
        var path = await WritePactAsync();
        using var http = new HttpMessageInvoker(new CsvProvider("Name,Number,First day\nAnn,one,2026-11-22\n"));
        var options = new VerifierOptions { Provider = "Csv Provider", Http = http }.WithPlugins(plugin.Host);

        var report = await new ProviderVerifier(options).VerifyAsync([new FileSource(path)], Cancellation);

        Assert.Contains("Row 1, column 'Number'", VerificationText.Failures(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pact_that_needs_a_plugin_cannot_be_verified_without_plugins()
    {
        var path = await WritePactAsync();
        using var verifier = new PactVerifier("Csv Provider");
        using var client = new HttpClient(new CsvProvider("")) { BaseAddress = new Uri("http://localhost/") };

        var report = await verifier.WithHttpEndpoint(client).WithFileSource(new FileInfo(path)).ReportAsync(Cancellation);

        Assert.Equal(
            [$"{path}: The pact needs the plugin csv 0.1.0: reference the package PactKit.Plugins and call WithPlugins() on the verifier."], report.Errors);
        Assert.False(report.Success);
    }

    [Fact]
    public async Task A_plugin_that_is_not_installed_here_is_an_error_that_says_where_it_was_looked_for()
    {
        var path = await WritePactAsync();
        using var host = new PluginHost(new PluginOptions { Directory = _folder.Path });
        using var verifier = new PactVerifier("Csv Provider");
        using var client = new HttpClient(new CsvProvider("")) { BaseAddress = new Uri("http://localhost/") };

        var report = await verifier.WithHttpEndpoint(client).WithPlugins(host).WithFileSource(new FileInfo(path)).ReportAsync(Cancellation);

        Assert.StartsWith($"{path}: The plugin \"csv\" 0.1.0 or later was not found in {_folder.Path}", Assert.Single(report.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_the_plugin_does_not_understand_is_refused_where_it_is_written()
    {
        var request = Builder().UponReceiving("x").WithRequest(HttpMethod.Post, "/");

        var fault = Assert.Throws<PluginException>(() => request.WithPluginContents("text/csv", new Dictionary<string, object> { ["column:A"] = "matching(number, many)" }));

        Assert.StartsWith("The plugin csv 0.1.0 refuses the contents for 'text/csv': This is no description of a CSV body: column \"A\":", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_type_no_plugin_knows_is_refused()
    {
        var request = Builder().UponReceiving("x").WithRequest(HttpMethod.Post, "/");

        var fault = Assert.Throws<PluginException>(() => request.WithPluginContents("application/protobuf", new { }));

        Assert.Equal("None of the plugins of this pact knows the content type 'application/protobuf': they are csv 0.1.0.", fault.Message);
    }

    [Fact]
    public void Plugin_contents_without_a_plugin_are_refused()
    {
        var builder = Pact.V4("C", "P", new PactConfig { PactDir = _folder.Path }).WithHttpInteractions();

        var fault = Assert.Throws<InvalidOperationException>(() => builder.UponReceiving("x").WithRequest(HttpMethod.Get, "/").WithPluginContents("text/csv", Report));

        Assert.Contains("call UsingPlugin(name, version)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Number,First day\nAnn,1,2026-11-22\n", null)]
    [InlineData("Name,Number,First day\nAnn,one,2026-11-22\n", "Row 1, column 'Number': Expected 'one' to match a number")]
    public async Task A_message_made_by_a_plugin_reaches_the_handler_and_is_verified(string sent, string? problem)
    {
        var messages = Pact.V4("Csv Reader", "Csv Sender", new PactConfig { PactDir = _folder.Path }).WithMessageInteractions().UsingPlugin("csv", "0.1.0", plugin.Host);
        string? handled = null;
        messages.ExpectsToReceive("a report").WithPluginContents("text/csv", Report).Verify<string>(text => handled = text);
        using var verifier = new PactVerifier("Csv Sender");
        using var client = new HttpClient(new CsvSender(sent)) { BaseAddress = new Uri("http://localhost/") };

        var report = await verifier
            .WithHttpEndpoint(client)
            .WithPlugins(plugin.Host)
            .WithFileSource(new FileInfo(Path.Combine(_folder.Path, "Csv Reader-Csv Sender.json")))
            .ReportAsync(Cancellation);

        Assert.StartsWith("Name,Number,First day\nFred,100,", handled, StringComparison.Ordinal);
        Assert.Equal(problem is null, report.Success);
        if (problem is not null) Assert.Contains(problem, VerificationText.Failures(report), StringComparison.Ordinal);
    }

    private async Task<string> WritePactAsync()
    {
        var builder = Builder();
        builder.UponReceiving("a request for a report").WithRequest(HttpMethod.Get, "/reports/1").WillRespond().WithPluginContents("text/csv", Report);
        builder.UponReceiving("a report comes in").WithRequest(HttpMethod.Post, "/reports").WithPluginContents("text/csv", Report).WillRespond().WithStatus(201);
        await builder.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            _answered = await client.GetStringAsync("/reports/1", Cancellation);
            Assert.StartsWith("Name,Number,First day\nFred,100,", _answered, StringComparison.Ordinal);
            using var answer = await client.PostAsync("/reports", Csv("Number,First day,Name\n1,2026-11-22,Ann\n2,2026-11-23,Bob\n"), Cancellation);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        });
        return Path.Combine(_folder.Path, "Csv Consumer-Csv Provider.json");
    }

    private async Task<VerificationReport> VerifyAsync(string answer)
    {
        var path = await WritePactAsync();
        using var verifier = new PactVerifier("Csv Provider");
        using var client = new HttpClient(new CsvProvider(answer)) { BaseAddress = new Uri("http://localhost/") };
        return await verifier.WithHttpEndpoint(client).WithPlugins(plugin.Host).WithFileSource(new FileInfo(path)).ReportAsync(Cancellation);
    }

    private IPactBuilderV4 Builder() =>
        Pact.V4("Csv Consumer", "Csv Provider", new PactConfig { PactDir = _folder.Path }).WithHttpInteractions().UsingPlugin("csv", "0.1.0", plugin.Host);

    /// <summary>Makes messages for the verifier, over HTTP.</summary>
    private sealed class CsvSender(string content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = Csv(content) });
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
}
