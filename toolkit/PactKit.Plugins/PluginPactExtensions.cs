using System.Text.Json;
using PactKit.Consumer;
using PactKit.Plugins.Contents;
using PactNet;

namespace PactKit.Plugins;

/// <summary>Bodies made by plugins, in the consumer's tests. Specification version 4 only: older files have no place for what plugins keep.</summary>
public static class PluginPactExtensions
{
    /// <summary>Starts a plugin, unless it runs already; the interactions that follow may use it.</summary>
    /// <param name="pact">The builder.</param>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="version">The least version; null takes the highest that is installed.</param>
    /// <param name="host">Runs the plugin; <see cref="PluginHost.Shared"/> when null.</param>
    /// <exception cref="PluginException">The plugin is not installed, or did not start.</exception>
    public static IPactBuilderV4 UsingPlugin(this IPactBuilderV4 pact, string name, string? version = null, PluginHost? host = null)
    {
        var test = pact is PactBuilderV4 own ? own.Round.Test : throw Foreign(nameof(pact));
        test.Plugins = Use(test.Plugins, name, version, host);
        return pact;
    }

    /// <inheritdoc cref="UsingPlugin(IPactBuilderV4, string, string?, PluginHost?)"/>
    public static IMessagePactBuilderV4 UsingPlugin(this IMessagePactBuilderV4 pact, string name, string? version = null, PluginHost? host = null)
    {
        var round = pact is MessagePactBuilderV4 own ? own.Round : throw Foreign(nameof(pact));
        round.Plugins = Use(round.Plugins, name, version, host);
        return pact;
    }

    /// <summary>The request's body, made by the plugin that knows the content type. A plugin may make the response's body as well.</summary>
    /// <param name="request">The builder.</param>
    /// <param name="contentType">Content type of the body.</param>
    /// <param name="config">What the plugin asks for: a dictionary or any object that is serialised to a JSON object.</param>
    /// <exception cref="PluginException">No plugin knows the content type, or the plugin refuses.</exception>
    public static IRequestBuilderV4 WithPluginContents(this IRequestBuilderV4 request, string contentType, object config)
    {
        Set(request is RequestBuilderV4 own ? own.Draft : throw Foreign(nameof(request)), "request", contentType, config);
        return request;
    }

    /// <summary>The response's body, made by the plugin that knows the content type.</summary>
    /// <inheritdoc cref="WithPluginContents(IRequestBuilderV4, string, object)"/>
    public static IResponseBuilderV4 WithPluginContents(this IResponseBuilderV4 response, string contentType, object config)
    {
        Set(response is ResponseBuilderV4 own ? own.Draft : throw Foreign(nameof(response)), "response", contentType, config);
        return response;
    }

    /// <summary>The message's content, made by the plugin that knows the content type. The handler takes it as a string or as a byte[].</summary>
    /// <inheritdoc cref="WithPluginContents(IRequestBuilderV4, string, object)"/>
    public static IConfiguredMessageVerifier WithPluginContents(this IMessageBuilderV4 message, string contentType, object config)
    {
        var builder = message as MessageBuilderV4 ?? throw Foreign(nameof(message));
        var part = Configure(builder.Draft.Plugins, contentType, config)[0];
        var contents = builder.Draft.Contents;
        contents.SetBody(part.Body);
        contents.SetMetadata("contentType", part.ContentType);
        foreach (var (name, value) in part.Metadata) contents.SetMetadata(name, value);
        contents.SetMetadataRules(part.MetadataRules.Metadata, part.MetadataGenerators.Metadata);
        return new ConfiguredMessageVerifier(builder.Draft, builder.Round.Config.DefaultJsonSettings, builder.Round);
    }

    private static void Set(HttpDraft draft, string asked, string contentType, object config)
    {
        foreach (var part in Configure(draft.Plugins, contentType, config))
        {
            var name = part.Name.Length == 0 ? asked : part.Name;
            (name == "request" ? draft.Request : draft.Response).SetBody(part.Body, part.ContentType);
        }
    }

    private static IReadOnlyList<ConfiguredPart> Configure(PluginData data, string contentType, object config)
    {
        if (data.Plugins is not PluginSession session)
            throw new InvalidOperationException("There is no plugin: call UsingPlugin(name, version) on the pact before the interaction is added.");
        var json = config as JsonElement? ?? JsonSerializer.SerializeToElement(config);
        if (json.ValueKind != JsonValueKind.Object)
            throw new ArgumentException("What the plugin is told has to be an object with members, or a dictionary.", nameof(config));
        return session.Configure(contentType, json, data);
    }

    private static PluginSession Use(PluginUse? before, string name, string? version, PluginHost? host)
    {
        var session = before as PluginSession ?? new PluginSession(host ?? PluginHost.Shared);
        if (host is not null && host != session.Host) throw new InvalidOperationException("The plugins of one pact belong to one host.");
        session.Use(name, version);
        return session;
    }

    private static ArgumentException Foreign(string name) => new("Only what a PactKit pact made can use plugins.", name);
}
