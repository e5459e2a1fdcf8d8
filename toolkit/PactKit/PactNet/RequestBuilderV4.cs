using PactKit.Consumer;

namespace PactNet;

internal sealed class RequestBuilderV4(HttpDraft draft, PactConfig config)
    : RequestBuilder<IRequestBuilderV4, IResponseBuilderV4>(draft, config), IRequestBuilderV4
{
    protected override IRequestBuilderV4 Self => this;

    protected override IResponseBuilderV4 Respond() => new ResponseBuilderV4(Draft, Config);
}
