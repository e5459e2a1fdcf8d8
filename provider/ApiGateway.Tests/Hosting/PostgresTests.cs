namespace ApiGateway.Tests.Hosting;

public sealed class PostgresTests(PostgresGateway gateway) : IClassFixture<PostgresGateway>
{
    [Fact]
    public void The_migrations_say_all_that_the_model_says()
    {
        Assert.SkipWhen(gateway.Unavailable is not null, gateway.Unavailable ?? "");
        Assert.False(gateway.HasPendingModelChanges());
    }
}
