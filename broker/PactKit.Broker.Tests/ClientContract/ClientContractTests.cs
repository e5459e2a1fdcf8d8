using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;
using PactKit.Broker.Tests.Support;
using PactKit.Verifier;
using PactKit.Verifier.Sources;

namespace PactKit.Broker.Tests.ClientContract;

/// <summary>The official client's contract, verified by our own verifier. The broker is reached as http://example.org, the base of the contract's exact links.</summary>
public abstract class ClientContractTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    [Theory]
    [MemberData(nameof(ClientContractFile.Interactions), MemberType = typeof(ClientContractFile))]
    public async Task The_broker_keeps_the_contract_of_the_official_client(int index, string description, string state)
    {
        Assert.SkipWhen(ClientContractFile.SkipReason is not null, ClientContractFile.SkipReason ?? "");
        var pact = ClientContractFile.Pact;
        var interaction = pact.Interactions[index];
        var options = new VerifierOptions
        {
            Provider = pact.Provider,
            Http = Client,
            BaseUri = new Uri("http://example.org"),
            States = new ClientContractStates(Given, SetUuidAsync).Handlers(),
            RequestFilter = (request, _) => RestoreAsync(request, ClientContractFile.RawQuery(index)),
        };

        var report = await new ProviderVerifier(options).VerifyAsync([new MemorySource(pact with { Interactions = [interaction] })], TestContext.Current.CancellationToken);

        Assert.True(report.Success, $"{description} ({state}): {VerificationText.Of(report)}");
        Assert.Single(Assert.Single(report.Pacts).Interactions);
    }

    private async Task RestoreAsync(HttpRequestMessage request, string? query)
    {
        var path = await PlaceholderPaths.ResolveAsync(request.RequestUri!.AbsolutePath, Given);
        request.RequestUri = new Uri("http://example.org" + path + (query is null ? "" : "?" + query));
    }

    private async Task SetUuidAsync(string table, string uuid)
    {
        await using var scope = Fixture.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Session>().Run($"UPDATE {table} SET uuid = @uuid", new { uuid }, TestContext.Current.CancellationToken));
    }
}

public sealed class ClientContractOnSqliteTests(SqliteBroker db) : ClientContractTests<SqliteBroker>(db);

public sealed class ClientContractOnPostgresTests(PostgresBroker db) : ClientContractTests<PostgresBroker>(db);
