using PactKit.Consumer;

namespace PactNet;

internal sealed class RequestBuilderV2(HttpDraft draft, PactConfig config)
    : RequestBuilder<IRequestBuilderV2, IResponseBuilderV2>(draft, config), IRequestBuilderV2
{
    protected override IRequestBuilderV2 Self => this;

    protected override IResponseBuilderV2 Respond() => new ResponseBuilderV2(Draft, Config);
}
