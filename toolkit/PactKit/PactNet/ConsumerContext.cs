using PactKit.Consumer;

namespace PactNet;

internal sealed class ConsumerContext(RunningServer server) : IConsumerContext
{
    public Uri MockServerUri => Server.BaseUri;

    public RunningServer Server { get; } = server;
}
