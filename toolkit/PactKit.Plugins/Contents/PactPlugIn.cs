using PactKit.Model;
using PactKit.Plugins.Transports;
using PactKit.Verifier;

namespace PactKit.Plugins.Contents;

/// <summary>Starts the plugins a pact names, and tells its bodies which of them compares them.</summary>
internal sealed class PactPlugIn(PluginHost host)
{
    public async Task<PluggedPact> PlugInAsync(Pact pact, VerifierOptions options, CancellationToken cancellation)
    {
        var plugins = new List<(PluginEntry Entry, Plugin Plugin)>();
        try
        {
            foreach (var entry in PluginEntry.Of(pact)) plugins.Add((entry, await host.LoadAsync(entry.Name, entry.Version, cancellation)));
        }
        catch (PluginException fault)
        {
            return new PluggedPact(pact) { Error = fault.Message };
        }

        var plugged = pact with { Interactions = [.. pact.Interactions.Select(interaction => PlugIn(interaction, plugins))] };
        return new PluggedPact(plugged) { Exchange = new PluginExchanges(plugged, [.. plugins.Select(one => one.Plugin)], options).ExchangeFor };
    }

    private static Interaction PlugIn(Interaction interaction, List<(PluginEntry Entry, Plugin Plugin)> plugins) => interaction switch
    {
        HttpInteraction http => http with
        {
            Request = http.Request with { Body = PlugIn(http.Request.Body, http.Request.ContentType(), http, plugins) },
            Response = http.Response with { Body = PlugIn(http.Response.Body, http.Response.ContentType(), http, plugins) },
        },
        AsynchronousMessage message => message with { Contents = PlugIn(message.Contents, message, plugins) },
        SynchronousMessage message => message with
        {
            Request = PlugIn(message.Request, message, plugins),
            Response = [.. message.Response.Select(response => PlugIn(response, message, plugins))],
        },
        _ => interaction,
    };

    private static MessageContents PlugIn(MessageContents contents, Interaction interaction, List<(PluginEntry Entry, Plugin Plugin)> plugins) =>
        contents with { Contents = PlugIn(contents.Contents, contents.ContentType(), interaction, plugins) };

    private static Body PlugIn(Body body, ContentType type, Interaction interaction, List<(PluginEntry Entry, Plugin Plugin)> plugins)
    {
        var running = plugins.ConvertAll(one => one.Plugin);
        if (body.State != BodyState.Present || ContentEntry.Matcher(running, type) is not { } matcher) return body;
        var entry = plugins.Find(one => one.Plugin == matcher).Entry;
        return body with { Kind = new PluginBodyKind(matcher, ContentEntry.Generator(running, type), PluginConfigurations.Of(interaction, entry)) };
    }
}
