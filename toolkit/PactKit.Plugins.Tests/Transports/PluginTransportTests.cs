using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PactKit.Plugins.Protocol;
using PactKit.Verifier;
using PactNet.Verifier;
using EntryType = PactKit.Plugins.Protocol.CatalogueEntry.Types.EntryType;

namespace PactKit.Plugins.Tests.Transports;

/// <summary>The verifier lets a plugin verify the interactions of the plugin's transport.</summary>
public sealed class PluginTransportTests : IDisposable
{
    private const string PactFile = """
        {
          "consumer": {"name": "C"}, "provider": {"name": "P"},
          "interactions": [{
            "type": "Synchronous/Messages", "description": "an area", "transport": "area",
            "request": {"contents": {"content": "square", "contentType": "text/plain", "encoded": false}},
            "response": [{"contents": {"content": "9", "contentType": "text/plain", "encoded": false}}]
          }],
          "metadata": {"pactSpecification": {"version": "4.0"}, "plugins": [{"name": "fake", "version": "1.0.0", "configuration": {}}]}
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_plugin_prepares_and_makes_the_call_with_the_users_headers_in_between()
    {
        await using var fake = await StartAsync();
        fake.Answer<VerificationPreparationRequest>(_ => new VerificationPreparationResponse
        {
            InteractionData = new InteractionData
            {
                Body = new Body { Content = ByteString.CopyFromUtf8("square") },
                Metadata = { ["bytes"] = new MetadataValue { BinaryValue = ByteString.CopyFromUtf8("b") } },
            },
        });
        fake.Answer<VerifyInteractionRequest>(_ => new VerifyInteractionResponse { Result = new VerificationResult { Success = true } });

        var report = await VerifyAsync(fake);

        Assert.True(report.Success, VerificationText.Of(report));
        var prepare = Assert.Single(fake.Requests.OfType<VerificationPreparationRequest>());
        Assert.Equal("""{ "host": "127.0.0.1", "port": 4711 }""", JsonFormatter.Default.Format(prepare.Config));
        using var pact = JsonDocument.Parse(prepare.Pact);
        Assert.Equal(prepare.InteractionKey, pact.RootElement.GetProperty("interactions")[0].GetProperty("key").GetString());
        var verify = Assert.Single(fake.Requests.OfType<VerifyInteractionRequest>());
        Assert.Equal((prepare.InteractionKey, prepare.Pact), (verify.InteractionKey, verify.Pact));
        Assert.Equal("square", verify.InteractionData.Body.Content.ToStringUtf8());
        Assert.Equal("Bearer x", verify.InteractionData.Metadata["Authorization"].NonBinaryValue.StringValue);
        Assert.Equal("b", verify.InteractionData.Metadata["bytes"].BinaryValue.ToStringUtf8());
    }

    public static TheoryData<IMessage?, IMessage?, string> Failures => new()
    {
        { new VerificationPreparationResponse { Error = "no descriptor" }, null, "The plugin fake 1.0.0 could not prepare the interaction: no descriptor" },
        { new VerificationPreparationResponse(), null, "The plugin fake 1.0.0 answered PrepareInteractionForVerification with nothing." },
        { null, new VerifyInteractionResponse { Error = "refused" }, "The plugin fake 1.0.0 could not verify the interaction: refused" },
        {
            null, new VerifyInteractionResponse { Result = new VerificationResult { Output = { "line 1", "line 2" } } },
            "The plugin fake 1.0.0 says that the provider does not answer as expected. line 1\nline 2"
        },
        {
            null,
            new VerifyInteractionResponse { Result = new VerificationResult { Mismatches = { new VerificationResultItem { Mismatch = new ContentMismatch { Path = "$.a", Mismatch = "Expected 9" } } } } },
            "$.a: Expected 9"
        },
        { null, new VerifyInteractionResponse { Result = new VerificationResult { Mismatches = { new VerificationResultItem { Error = "broke" } } } }, "broke" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task What_the_plugin_finds_fails_the_interaction(IMessage? prepared, IMessage? verified, string expected)
    {
        await using var fake = await StartAsync();
        fake.Answer<VerificationPreparationRequest>(_ => prepared ?? new VerificationPreparationResponse { InteractionData = new InteractionData() });
        fake.Answer<VerifyInteractionRequest>(_ => verified ?? new VerifyInteractionResponse());

        var report = await VerifyAsync(fake);

        var interaction = Assert.Single(Assert.Single(report.Pacts).Interactions);
        Assert.False(interaction.Passed);
        Assert.Equal(expected, interaction.Error ?? Assert.Single(interaction.Mismatches).Description);
    }

    private static async Task<FakePlugin> StartAsync()
    {
        var fake = await FakePlugin.StartAsync();
        fake.Entries.Add(new CatalogueEntry { Type = EntryType.Transport, Key = "area" });
        return fake;
    }

    private async Task<VerificationReport> VerifyAsync(FakePlugin fake)
    {
        using var host = new PluginHost(fake.Options);
        using var verifier = new PactVerifier("P");
        return await verifier
            .WithHttpEndpoint(new Uri("http://127.0.0.1:4711"))
            .WithPlugins(host)
            .WithFileSource(new FileInfo(_folder.Write("pact.json", PactFile)))
            .WithCustomHeader("Authorization", "Bearer x")
            .ReportAsync(TestContext.Current.CancellationToken);
    }
}
