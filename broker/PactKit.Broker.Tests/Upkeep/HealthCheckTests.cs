using PactKit.Broker.Upkeep;

namespace PactKit.Broker.Tests.Upkeep;

public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("+", "127.0.0.1")]
    [InlineData("*", "127.0.0.1")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("[::]", "127.0.0.1")]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("localhost", "localhost")]
    [InlineData("[::1]", "[::1]")]
    public void The_broker_is_asked_where_it_listens(string host, string asked)
    {
        var address = HealthCheck.AddressOf(new BrokerSettings { Host = host, Port = 9393 });

        Assert.Equal($"http://{asked}:9393/diagnostic/status/heartbeat", address.AbsoluteUri);
    }
}
