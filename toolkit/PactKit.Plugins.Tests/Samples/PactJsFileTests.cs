using System.Net;
using System.Text;
using PactKit.Verifier;
using PactNet.Verifier;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>A pact that pact-js 16.5 wrote: its engine had the sample plugin make the bodies, so the bodies, rules and configuration are as others store them.</summary>
public sealed class PactJsFileTests(CsvPluginFixture plugin) : IClassFixture<CsvPluginFixture>, IDisposable
{
    private const string PactFile = """
        {
          "consumer": {"name": "JsCsv"}, "provider": {"name": "CsvProvider"},
          "interactions": [{
            "type": "Synchronous/HTTP", "description": "a request for a report", "pending": false,
            "pluginConfiguration": {"csv": {"csvHeaders": true}},
            "request": {
              "method": "POST", "path": "/reports", "headers": {"content-type": ["text/csv"]},
              "body": {"content": "Name,Number\nFred,100\n", "contentType": "text/csv", "contentTypeHint": "TEXT", "encoded": false},
              "matchingRules": {"body": {"$.Name": {"combine": "AND", "matchers": [{"match": "type"}]}, "$.Number": {"combine": "AND", "matchers": [{"match": "number"}]}}}
            },
            "response": {
              "status": 200, "headers": {"content-type": ["text/csv"]},
              "body": {"content": "Day,Name\n2000-01-01,Fred\n", "contentType": "text/csv", "contentTypeHint": "TEXT", "encoded": false},
              "generators": {"body": {"$.Day": {"format": "yyyy-MM-dd", "type": "Date"}}},
              "matchingRules": {"body": {"$.Day": {"combine": "AND", "matchers": [{"format": "yyyy-MM-dd", "match": "date"}]}, "$.Name": {"combine": "AND", "matchers": [{"match": "type"}]}}}
            }
          }],
          "metadata": {"pact-js": {"version": "16.5.0"}, "pactRust": {"ffi": "0.5.4", "models": "1.3.11"},
            "pactSpecification": {"version": "4.0"}, "plugins": [{"configuration": {}, "name": "csv", "version": "0.1.0"}]}
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Name,Day\nAnn,2026-11-22\n", null)]
    [InlineData("Name,Day\nAnn,tomorrow\n", "Row 1, column 'Day'")]
    public async Task It_is_verified_with_the_plugin_it_names(string answer, string? problem)
    {
        var provider = new Provider(answer);
        using var client = new HttpClient(provider) { BaseAddress = new Uri("http://localhost/") };
        using var verifier = new PactVerifier("CsvProvider");

        var report = await verifier
            .WithHttpEndpoint(client)
            .WithPlugins(plugin.Host)
            .WithFileSource(new FileInfo(_folder.Write("pact.json", PactFile)))
            .ReportAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Name,Number\nFred,100\n", provider.Received);
        Assert.Equal(problem is null, report.Success);
        if (problem is not null) Assert.Contains(problem, VerificationText.Failures(report), StringComparison.Ordinal);
    }

    private sealed class Provider(string answer) : HttpMessageHandler
    {
        public string? Received { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "text/csv") };
        }
    }
}
