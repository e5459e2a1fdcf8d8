using PactKit.Model;

namespace PactKit.MockServer;

internal static class ConsumerMode
{
    public static Response Apply(Response response, Uri baseUri) => response;
}
