using PactKit.Consumer;
using PactNet;

namespace PactKit;

/// <summary>From what users hold to what it describes.</summary>
internal static class Builders
{
    public static IHttpPartSource Of(IHttpPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part as IHttpPartSource ?? throw Foreign(nameof(part), "WithHttpInteractions");
    }

    public static HttpDraft Draft(IHttpPart part) => Of(part).Draft;

    public static IMessageDraftSource Of(IMessagePart message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message as IMessageDraftSource ?? throw Foreign(nameof(message), "WithMessageInteractions");
    }

    private static ArgumentException Foreign(string name, string origin) => new($"Only a builder that {origin} made can do this.", name);
}
