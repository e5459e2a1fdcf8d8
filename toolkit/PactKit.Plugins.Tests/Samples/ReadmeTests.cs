using PactNet;
using PactNet.Verifier;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>The code of the READMEs of the package and of the sample plugin.</summary>
public sealed class ReadmeTests(CsvPluginFixture plugin) : IClassFixture<CsvPluginFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_example_works()
    {
        var (plugins, config) = (plugin.Host, new PactConfig { PactDir = _folder.Path });

        var pact = Pact.V4("Report Reader", "Report Service", config).WithHttpInteractions().UsingPlugin("csv", "0.1.0", plugins);

        pact.UponReceiving("a request for a report")
            .WithRequest(HttpMethod.Get, "/reports/1")
            .WillRespond()
            .WithPluginContents("text/csv", new
            {
                columns = new
                {
                    Name = "matching(type, 'Fred')",
                    Number = "matching(number, 100)",
                    Date = "matching(date, 'yyyy-MM-dd', '2000-01-01')",
                },
            });

        await pact.VerifyAsync(async context =>
        {
            using var client = new HttpClient { BaseAddress = context.MockServerUri };
            Assert.StartsWith("Name,Number,Date\nFred,100,", await client.GetStringAsync("/reports/1"), StringComparison.Ordinal);
        });

        var file = new FileInfo(Path.Combine(_folder.Path, "Report Reader-Report Service.json"));
        using var verifier = new PactVerifier("Report Service");
        using var provider = new HttpClient(new CsvProvider("Name,Number,Date\nAnn,1,2026-11-22\n")) { BaseAddress = new Uri("http://localhost/") };

        await verifier.WithHttpEndpoint(provider).WithPlugins(plugins).WithFileSource(file).VerifyAsync();
    }

    public void Dispose() => _folder.Dispose();
}
