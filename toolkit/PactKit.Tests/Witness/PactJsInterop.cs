using PactNet.Exceptions;
using PactNet.Verifier;

namespace PactKit.Tests.Witness;

/// <summary>Pact files that pact-js wrote are verified by us: V2, V3 and V4.</summary>
public sealed class PactJsInterop(PactJsInterop.WrittenPacts pacts) : IClassFixture<PactJsInterop.WrittenPacts>
{
    [Theory]
    [InlineData("JsShopV2")]
    [InlineData("JsShopV3")]
    [InlineData("JsShopV4")]
    public async Task A_pact_of_pact_js_is_verified(string consumer)
    {
        await using var provider = await OrderApi.StartAsync();
        Verify(provider, pacts.File(consumer));
        Assert.Contains("order 1 exists", provider.States);
    }

    [Fact]
    public async Task A_provider_that_breaks_a_pact_of_pact_js_is_told_where()
    {
        await using var provider = await OrderApi.StartAsync(total: "\"a lot\"");
        var failure = Assert.Throws<PactVerificationFailedException>(() => Verify(provider, pacts.File("JsShopV3")));
        Assert.Contains("$.total", failure.Message, StringComparison.Ordinal);
    }

    private static void Verify(OrderApi provider, FileInfo pact)
    {
        using var verifier = new PactVerifier("OrderApi", new PactVerifierConfig { Outputters = [] });
        verifier.WithHttpEndpoint(provider.Address).WithFileSource(pact).WithProviderStateUrl(provider.StateAddress).Verify();
    }

    /// <summary>Runs the pact-js script once for all tests.</summary>
    public sealed class WrittenPacts : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("pactkit-pact-js-").FullName;

        public async ValueTask InitializeAsync()
        {
            if (PactJs.IsHere) await PactJs.RunAsync("write-pacts.cjs", _folder);
        }

        public FileInfo File(string consumer)
        {
            PactJs.SkipTestWhereAbsent();
            return new FileInfo(Path.Combine(_folder, $"{consumer}-OrderApi.json"));
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
