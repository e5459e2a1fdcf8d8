using ApiGateway.Tests.Contract;
using ApiGateway.Tests.Hosting;
using PactKit;
using PactKit.Verifier;
using PactNet.Verifier;

namespace ApiGateway.Tests.PactKit;

/// <summary>The same pact without a port: the verifier talks to the application through the test server's own client.</summary>
public sealed class VerifyInMemory(ITestOutputHelper output)
{
    [Fact]
    public async Task The_gateway_keeps_its_contract_without_a_port()
    {
        await using var gateway = new GatewayFactory();

        var report = await VerifyAsync(gateway);

        Assert.True(report.Success);
        Assert.NotEmpty(Assert.Single(report.Pacts).Interactions);
    }

    [Fact]
    public async Task A_renamed_field_is_named()
    {
        await using var gateway = new GatewayFactory { Rename = "email=emailAddress" };

        var report = await VerifyAsync(gateway);

        Assert.False(report.Success);
        var found = Assert.Single(Assert.Single(report.Pacts).Interactions, i => i.Interaction.Description == "a request for user 1");
        Assert.Null(found.Error);
        Assert.Contains(found.Mismatches, mismatch => mismatch.Description.Contains("email", StringComparison.Ordinal));
    }

    private async Task<VerificationReport> VerifyAsync(GatewayFactory gateway)
    {
        using var client = gateway.CreateClient();
        using var verifier = new PactVerifier("APIGateway", new PactVerifierConfig { Outputters = [new XunitOutput(output)] });

        return await verifier
            .WithHttpEndpoint(client)
            .WithFileSource(Repository.Pact)
            .WithProviderStateUrl(new Uri("/provider-states", UriKind.Relative), options => options.WithTeardown())
            .WithRequestTimeout(VerifyFromFile.Patience)
            .ReportAsync();
    }
}
