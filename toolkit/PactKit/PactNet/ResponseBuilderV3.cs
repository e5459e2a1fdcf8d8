using PactKit.Consumer;

namespace PactNet;

internal sealed class ResponseBuilderV3(HttpDraft draft, PactConfig config) : ResponseBuilder<IResponseBuilderV3>(draft, config), IResponseBuilderV3
{
    protected override IResponseBuilderV3 Self => this;
}
