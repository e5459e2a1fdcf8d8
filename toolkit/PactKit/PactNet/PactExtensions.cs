using PactKit.Consumer;
using PactKit.MockServer;
using PactKit.Model;
using PactNet.Models;

namespace PactNet;

/// <summary>From a pact to its interactions.</summary>
public static class PactExtensions
{
    /// <summary>HTTP interactions, served by a mock server on a port while a test runs.</summary>
    /// <param name="pact">The pact.</param>
    /// <param name="port">Port to listen on; a free one when null. One that is taken fails Verify with an <see cref="InvalidOperationException"/>.</param>
    /// <param name="host">Where to listen; this machine only unless told. With Any the address handed out is <c>http://0.0.0.0:port/</c>, which not every client takes.</param>
    public static IPactBuilderV2 WithHttpInteractions(this IPactV2 pact, int? port = null, IPAddress host = IPAddress.Loopback) =>
        new PactBuilderV2(Http(pact, PactSpecification.V2, port, host));

    /// <inheritdoc cref="WithHttpInteractions(IPactV2, int?, IPAddress)"/>
    public static IPactBuilderV3 WithHttpInteractions(this IPactV3 pact, int? port = null, IPAddress host = IPAddress.Loopback) =>
        new PactBuilderV3(Http(pact, PactSpecification.V3, port, host));

    /// <inheritdoc cref="WithHttpInteractions(IPactV2, int?, IPAddress)"/>
    public static IPactBuilderV4 WithHttpInteractions(this IPactV4 pact, int? port = null, IPAddress host = IPAddress.Loopback) =>
        new PactBuilderV4(Http(pact, PactSpecification.V4, port, host));

    /// <summary>Messages the consumer receives.</summary>
    public static IMessagePactBuilderV3 WithMessageInteractions(this IPactV3 pact) =>
        new MessagePactBuilderV3(new MessageRound(Settings(pact, PactSpecification.V3), pact.Config));

    /// <inheritdoc cref="WithMessageInteractions(IPactV3)"/>
    public static IMessagePactBuilderV4 WithMessageInteractions(this IPactV4 pact) =>
        new MessagePactBuilderV4(new MessageRound(Settings(pact, PactSpecification.V4), pact.Config));

    internal static ConsumerSettings Settings(IPact pact, PactSpecification specification)
    {
        Argument.NotNull(pact, nameof(pact));
        return new ConsumerSettings
        {
            Consumer = pact.Consumer,
            Provider = pact.Provider,
            Specification = specification,
            Directory = pact.Config.PactDir,
            ReplaceFileOncePerRun = pact.Config.ReplaceFileOncePerRun,
            Warn = line =>
            {
                if (pact.Config.LogLevel <= PactLogLevel.Warn) pact.Config.WriteLine(line);
            },
        };
    }

    private static HttpRound Http(IPact pact, PactSpecification specification, int? port, IPAddress host)
    {
        if (port is < 0 or > 65535)
            throw new ArgumentOutOfRangeException(nameof(port), port, "Use a port from 1 to 65535, or leave it out to get a free one.");
        var settings = Settings(pact, specification);
        var server = new MockServerOptions { Port = port ?? 0, Address = Address(host) };
        return new HttpRound(new HttpConsumerTest(settings with { Server = server }), pact.Config);
    }

    private static System.Net.IPAddress Address(IPAddress host) => host switch
    {
        IPAddress.Any => System.Net.IPAddress.Any,
        IPAddress.Loopback => System.Net.IPAddress.Loopback,
        _ => throw new ArgumentOutOfRangeException(nameof(host), host, "Use IPAddress.Loopback or IPAddress.Any."),
    };
}
