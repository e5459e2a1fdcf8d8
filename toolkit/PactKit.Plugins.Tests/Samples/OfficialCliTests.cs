using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PactNet;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>The sample plugin, and the pact our consumer test wrote with it, in the hands of the reference implementation.</summary>
public sealed class OfficialCliTests(CsvPluginFixture plugin) : IClassFixture<CsvPluginFixture>, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _provider;
    private string? _received;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_command_line_finds_the_sample_plugin()
    {
        OfficialCli.SkipTestWhereAbsent();

        var (exitCode, output) = await OfficialCli.RunAsync(Cancellation, "plugin", "list", "installed");

        Assert.Equal(0, exitCode);
        Assert.Contains("csv", output, StringComparison.Ordinal);
        Assert.Contains("0.1.0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_verifier_passes_a_provider_that_keeps_the_pact()
    {
        OfficialCli.SkipTestWhereAbsent();

        var (exitCode, output) = await VerifyAsync("Number,Name\n1,Ann\n2.5,\"Bob, Jr.\"\n");

        Assert.True(exitCode == 0, output);
        Assert.Contains("a request for a report", output, StringComparison.Ordinal);

        // The request's date came from the plugin's generator, not from the pact file.
        Assert.StartsWith("Name,Day\nFred,20", _received, StringComparison.Ordinal);
        Assert.DoesNotContain("2000-01-01", _received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_official_verifier_fails_a_provider_that_does_not_with_the_plugins_words()
    {
        OfficialCli.SkipTestWhereAbsent();

        var (exitCode, output) = await VerifyAsync("Name,Number\nAnn,one\n");

        Assert.Equal(1, exitCode);
        Assert.Contains("Row 1, column 'Number'", output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null) await _provider.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<(int ExitCode, string Output)> VerifyAsync(string answer)
    {
        var port = await StartProviderAsync(answer);
        return await OfficialCli.RunAsync(
            Cancellation, "verifier", "--file", await WritePactAsync(), "--hostname", "127.0.0.1", "--port", $"{port}", "--no-colour", "--loglevel", "error");
    }

    private async Task<string> WritePactAsync()
    {
        var pact = Pact.V4("Csv Consumer", "Csv Provider", new PactConfig { PactDir = _folder.Path }).WithHttpInteractions().UsingPlugin("csv", "0.1.0", plugin.Host);
        pact.UponReceiving("a request for a report").WithRequest(HttpMethod.Get, "/reports/1").WillRespond().WithPluginContents("text/csv", new
        {
            csvHeaders = true,
            columns = new { Name = "matching(type, 'Fred')", Number = "matching(number, 100)" },
        });
        pact.UponReceiving("a report comes in").WithRequest(HttpMethod.Post, "/reports").WithPluginContents("text/csv", new
        {
            columns = new { Name = "matching(type, 'Fred')", Day = "matching(date, 'yyyy-MM-dd', '2000-01-01')" },
        }).WillRespond().WithStatus(201);
        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            await client.GetStringAsync("/reports/1", Cancellation);
            using var answer = await client.PostAsync("/reports", new StringContent("Name,Day\nAnn,2026-11-22\n", Encoding.UTF8, "text/csv"), Cancellation);
        });
        return Path.Combine(_folder.Path, "Csv Consumer-Csv Provider.json");
    }

    private async Task<int> StartProviderAsync(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/reports/1", () => Results.Text(answer, "text/csv"));
        _provider.MapPost("/reports", async (HttpRequest request) =>
        {
            _received = await new StreamReader(request.Body).ReadToEndAsync();
            return Results.StatusCode(201);
        });
        await _provider.StartAsync(Cancellation);
        return new Uri(_provider.Urls.First()).Port;
    }
}
