using Catalog.ContractTests;
using Microsoft.AspNetCore.Mvc.Testing;
using PactKit;
using PactKit.Verifier.Sessions;
using PactNet.Output.Xunit;
using PactNet.Verifier;
using Xunit;
using Xunit.Abstractions;

namespace Catalog.Xunit2Tests;

// The guide's provider under xunit v2: rows from the engine, reports to the test's own output.
public sealed class CatalogOnXunit2(ITestOutputHelper output) : IDisposable
{
    private readonly WebApplicationFactory<Program> _catalog = new();

    public static IEnumerable<object[]> Rows() => InteractionsToVerify.FromFile("pacts/Orders-Catalog.json").Rows();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_catalog_keeps(InteractionToVerify interaction)
    {
        await using var session = Verifier().WithInteractionsFromTests().WithProviderStates<CatalogStates>(_catalog.Services).OpenSession();

        await session.VerifyAsync(interaction, output.WriteLine);
    }

    [Fact]
    public void The_report_goes_to_the_output_of_the_test()
    {
        Verifier().WithFileSource(new FileInfo(Path.Combine(AppContext.BaseDirectory, "../../../../pacts/Orders-Catalog.json")))
            .WithProviderStates<CatalogStates>(_catalog.Services)
            .Verify();

        Assert.Contains("a request for product 7", ((Xunit.Sdk.TestOutputHelper)output).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _catalog.Dispose();

    private IPactVerifier Verifier() =>
        new PactVerifier("Catalog", new PactVerifierConfig { Outputters = [new XunitOutput(output)] }).WithHttpEndpoint(_catalog);
}
