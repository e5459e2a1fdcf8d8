using PactKit.Generators;
using PactKit.Model;

namespace PactKit.MockServer;

/// <summary>Applies generators as a consumer sees them: provider states are not known, so their examples stay.</summary>
internal sealed class ConsumerMode(TimeProvider clock, Random? random)
{
    private readonly Lock _turn = new();

    public Response Apply(Response response, Uri baseUri)
    {
        if (!PartGenerator.Changes(response.Generators, response.MatchingRules)) return response;

        // Requests come at once, and a seeded Random is not made for that.
        lock (_turn) return PartGenerator.Apply(response, Context(baseUri)).Part;
    }

    public MessageContents Apply(MessageContents message)
    {
        if (!PartGenerator.Changes(message.Generators, message.MatchingRules)) return message;
        lock (_turn) return PartGenerator.Apply(message, Context(null)).Part;
    }

    private GeneratorContext Context(Uri? baseUri) => new()
    {
        Mode = GeneratorMode.Consumer,
        Time = clock,
#pragma warning disable RS0030 // The outermost call: who wants repeatable values passes a Random of their own.
        Random = random ?? Random.Shared,
#pragma warning restore RS0030
        MockServerUrl = baseUri?.ToString().TrimEnd('/'),
    };
}
