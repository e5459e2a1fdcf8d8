using PactKit.Consumer;

namespace PactNet;

internal sealed class ResponseBuilderV2(HttpDraft draft, PactConfig config) : ResponseBuilder<IResponseBuilderV2>(draft, config), IResponseBuilderV2
{
    protected override IResponseBuilderV2 Self => this;
}
