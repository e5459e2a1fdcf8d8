using System.Net;
using System.Net.Http.Json;

namespace ApiGateway.Tests.Hosting;

/// <summary>What must be so where real users are.</summary>
public sealed class ProductionTests(SqliteGateway gateway) : IClassFixture<SqliteGateway>
{
    [Fact]
    public async Task There_are_no_provider_states_in_production()
    {
        using var client = gateway.CreateClient();

        var response = await client.PostAsJsonAsync("/provider-states", new { state = "no users exist", action = "setup" });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Production_code_references_nothing_of_the_toolkit_or_of_the_tests()
    {
        var references = typeof(Program).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Pact", StringComparison.Ordinal) || name.Contains("Test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_gateway_says_that_it_is_well()
    {
        using var client = gateway.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
    }

    [Fact]
    public void The_migrations_say_all_that_the_model_says() => Assert.False(gateway.HasPendingModelChanges());
}
