using Microsoft.AspNetCore.Mvc.Testing;
using PactKit;
using PactKit.Verifier.Sessions;
using PactNet.Verifier;
using Xunit;

namespace Catalog.ContractTests;

public sealed class CatalogKeepsItsContracts(CatalogInMemory catalog) : IClassFixture<CatalogInMemory>
{
    [Theory]
    [PactInteractions("pacts", Provider = "Catalog")]
    public Task The_catalog_keeps(InteractionCase interaction) => catalog.VerifyAsync(interaction);
}

public sealed class CatalogInMemory : InteractionFixture
{
    private readonly WebApplicationFactory<Program> _catalog = new();

    protected override VerificationSession Open() => new PactVerifier("Catalog")
        .WithHttpEndpoint(_catalog)
        .WithInteractionsFromTests()
        .WithProviderStates<CatalogStates>(_catalog.Services)
        .OpenSession();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _catalog.DisposeAsync();
    }
}
