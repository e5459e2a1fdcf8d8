using PactKit.Consumer;

namespace PactNet;

internal sealed class RequestBuilderV3(HttpDraft draft, PactConfig config)
    : RequestBuilder<IRequestBuilderV3, IResponseBuilderV3>(draft, config), IRequestBuilderV3
{
    protected override IRequestBuilderV3 Self => this;

    protected override IResponseBuilderV3 Respond() => new ResponseBuilderV3(Draft, Config);
}
