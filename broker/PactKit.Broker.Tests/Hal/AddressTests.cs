using Microsoft.Extensions.Configuration;

namespace PactKit.Broker.Tests.Hal;

public sealed class AddressTests
{
    [Theory]
    [InlineData(null, null, "http://127.0.0.1:9292")]
    [InlineData(null, "8080", "http://127.0.0.1:8080")]
    [InlineData("+", null, "http://+:9292")]
    [InlineData("0.0.0.0", "8080", "http://0.0.0.0:8080")]
    public void The_broker_is_for_this_machine_unless_told_otherwise(string? host, string? port, string address)
    {
        var settings = new Dictionary<string, string?> { ["PACT_BROKER_HOST"] = host, ["PACT_BROKER_PORT"] = port };
        Assert.Equal(address, BrokerSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Address);
    }
}
