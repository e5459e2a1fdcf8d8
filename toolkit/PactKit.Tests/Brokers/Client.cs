using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

internal static class Client
{
    /// <summary>A client of a fake broker. The time limit is out of reach, so that a test's clock sees waits only.</summary>
    public static PactBroker Of(FakeBroker fake, string baseUrl = FakeBroker.Base, TimeProvider? clock = null) =>
        new(new HttpMessageInvoker(fake), new BrokerOptions { BaseUrl = new Uri(baseUrl), Timeout = TimeSpan.FromDays(1), Patience = TimeSpan.FromDays(1) }, clock);
}
