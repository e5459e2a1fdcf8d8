using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;
using IPAddress = PactNet.Models.IPAddress;

namespace PactKit.Tests.PactNet;

/// <summary>Settings behave as PactNet's do, and belong to their pact alone.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_defaults_are_PactNets()
    {
        var config = new PactConfig();

        Assert.Equal(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pacts")) + Path.DirectorySeparatorChar, config.PactDir);
        Assert.Equal(PactLogLevel.Information, config.LogLevel);
        Assert.IsType<ConsoleOutput>(Assert.Single(config.Outputters));
        Assert.Null(config.DefaultJsonSettings.PropertyNamingPolicy);
    }

    [Theory]
    [InlineData("pacts/", "pacts/")]
    [InlineData("pacts\\", "pacts\\")]
    [InlineData("../pacts", "../pacts{separator}")]
    public void A_folder_gets_a_separator_unless_it_has_one(string set, string got) =>
        Assert.Equal(got.Replace("{separator}", $"{Path.DirectorySeparatorChar}", StringComparison.Ordinal), new PactConfig { PactDir = set }.PactDir);

    [Fact]
    public async Task The_log_level_is_each_pacts_own()
    {
        var (loud, quiet) = (new MemoryOutput(), new MemoryOutput());
        foreach (var (name, level, output) in new[] { ("loud", PactLogLevel.Information, loud), ("quiet", PactLogLevel.Error, quiet) })
        {
            var pact = Pact.V4(name, "p", new PactConfig { PactDir = _folder.Path, LogLevel = level, Outputters = [output] }).WithHttpInteractions();
            pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond().WithJsonBody(Match.Regex("swapped", "\\d"));
            await pact.VerifyAsync(GetAsync);
        }

        Assert.Contains("Mock driver logs:", loud.Text, StringComparison.Ordinal);
        Assert.Equal("", quiet.Text);
    }

    [Fact]
    public async Task Text_beyond_ASCII_arrives_as_it_is()
    {
        var pact = Pact.V4("Käufer", "Händler", new PactConfig { PactDir = _folder.Path, Outputters = [] }).WithHttpInteractions();
        pact.UponReceiving("Grüße 你好").Given("größer").WithRequest(HttpMethod.Get, "/").WillRespond().WithJsonBody(new { text = "Grüße 你好 🎉" });
        await pact.VerifyAsync(async context =>
        {
            using var client = context.CreateClient();
            Assert.Contains("Grüße 你好 🎉", await client.GetStringAsync(""), StringComparison.Ordinal);
        });

        var file = _folder.Read("Käufer-Händler.json");
        Assert.Contains("Grüße 你好 🎉", file, StringComparison.Ordinal);
        Assert.Contains("größer", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mock_server_listens_on_this_machine_only()
    {
        var pact = Pact.V4("c", "p", new PactConfig { PactDir = _folder.Path, Outputters = [] }).WithHttpInteractions(host: IPAddress.Loopback);
        pact.UponReceiving("d").WithRequest(HttpMethod.Get, "/").WillRespond();
        await pact.VerifyAsync(async context =>
        {
            Assert.Equal(("127.0.0.1", "/"), (context.MockServerUri.Host, context.MockServerUri.AbsolutePath));
            await GetAsync(context);
        });
    }

    private static async Task GetAsync(IConsumerContext context)
    {
        using var client = context.CreateClient();
        Assert.NotNull(await client.GetStringAsync(""));
    }
}
