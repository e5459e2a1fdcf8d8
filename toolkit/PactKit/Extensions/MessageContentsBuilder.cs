using System.Text.Json;
using PactKit.Consumer;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>What one message of a synchronous exchange carries.</summary>
public sealed class MessageContentsBuilder
{
    private readonly ContentsDraft _contents;
    private readonly PactConfig _config;

    internal MessageContentsBuilder(ContentsDraft contents, PactConfig config) => (_contents, _config) = (contents, config);

    /// <summary>Metadata, such as a topic or a routing key. The same key again replaces the value.</summary>
    public MessageContentsBuilder WithMetadata(string key, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        _contents.SetMetadata(key, value);
        return this;
    }

    /// <summary>Metadata matched by a rule.</summary>
    /// <exception cref="ArgumentException">The matcher is about lists or objects.</exception>
    public MessageContentsBuilder WithMetadata(string key, IMatcher matcher)
    {
        SetMetadata(_contents, key, matcher, _config);
        return this;
    }

    /// <summary>The content as JSON, which may hold matchers anywhere.</summary>
    /// <param name="content">The example.</param>
    /// <param name="settings">Serialiser settings; those of the pact's configuration when null.</param>
    public MessageContentsBuilder WithJsonContent(object? content, JsonSerializerOptions? settings = null)
    {
        _contents.SetJson(Bodies.Read(content, settings ?? _config.DefaultJsonSettings));
        _contents.SetMetadata("contentType", Bodies.Json);
        return this;
    }

    /// <summary>A text as the content.</summary>
    public MessageContentsBuilder WithContent(string content, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Set(BodyDraft.OfText(content, contentType), contentType);
    }

    /// <summary>Any bytes as the content.</summary>
    public MessageContentsBuilder WithBinaryContent(ReadOnlyMemory<byte> content, string contentType, bool anyOfType = false) =>
        Set(BinaryExample.Of(content, contentType, anyOfType), contentType);

    internal static void SetMetadata(ContentsDraft contents, string key, IMatcher matcher, PactConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        var example = Examples.OfMetadata(matcher, config);
        contents.SetMetadata(key, example);
    }

    private MessageContentsBuilder Set(BodyDraft body, string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        _contents.SetBody(body);
        _contents.SetMetadata("contentType", contentType);
        return this;
    }
}
