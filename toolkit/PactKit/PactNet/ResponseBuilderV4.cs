using PactKit.Consumer;

namespace PactNet;

internal sealed class ResponseBuilderV4(HttpDraft draft, PactConfig config) : ResponseBuilder<IResponseBuilderV4>(draft, config), IResponseBuilderV4
{
    protected override IResponseBuilderV4 Self => this;
}
