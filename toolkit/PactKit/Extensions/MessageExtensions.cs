using PactKit.Consumer;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>What PactNet's message builders have no word for.</summary>
public static class MessageExtensions
{
    /// <summary>Metadata matched by a rule, such as a topic: <c>WithMetadata("topic", Match.Regex("orders.eu", "orders\\..+"))</c>.</summary>
    /// <exception cref="ArgumentException">The matcher is about lists or objects.</exception>
    public static TMessage WithMetadata<TMessage>(this TMessage message, string key, IMatcher matcher) where TMessage : IMessagePart
    {
        var source = Builders.Of(message);
        MessageContentsBuilder.SetMetadata(source.Draft.Contents, key, matcher, source.Round.Config);
        return message;
    }

    /// <summary>A state with parameters of any kind; a text that looks like a number stays a text.</summary>
    /// <exception cref="ArgumentException">The parameters are no object.</exception>
    public static TMessage Given<TMessage>(this TMessage message, string providerState, object parameters) where TMessage : IMessagePart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerState);
        var source = Builders.Of(message);
        source.Draft.States.Add(providerState, RequestExtensions.Parameters(parameters, source.Round.Config));
        return message;
    }

    /// <summary>
    /// A text as the content. The handler takes it as a string, or as an object if it is JSON. Matchers in JSON that was written by hand count, and
    /// XML may be described as JSON, as in bodies.
    /// </summary>
    /// <exception cref="ArgumentException">Something that is described in it makes no sense.</exception>
    public static IConfiguredMessageVerifier WithContent(this IMessagePart message, string content, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        return WithContent(message, BodyDraft.OfText(content, NotBlank(contentType)), contentType);
    }

    /// <summary>A text matched by a rule as the content.</summary>
    public static IConfiguredMessageVerifier WithContent(this IMessagePart message, IMatcher content, string contentType) =>
        WithContent(message, TextExample.Of(content, NotBlank(contentType), Builders.Of(message).Round.Config), contentType);

    /// <summary>Any bytes as the content. The handler takes them as a byte[].</summary>
    /// <param name="message">The message.</param>
    /// <param name="content">The example.</param>
    /// <param name="contentType">Content type of the content.</param>
    /// <param name="anyOfType">Any bytes of this content type will do, by their first bytes.</param>
    public static IConfiguredMessageVerifier WithBinaryContent(this IMessagePart message, ReadOnlyMemory<byte> content, string contentType, bool anyOfType = false) =>
        WithContent(message, BinaryExample.Of(content, NotBlank(contentType), anyOfType), contentType);

    /// <summary>XML as the content; the handler takes it as a string.</summary>
    /// <inheritdoc cref="BodyExtensions.WithXmlBody{TPart}(TPart, string, Action{XmlRules}?, string)"/>
    public static IConfiguredMessageVerifier WithXmlContent(this IMessagePart message, string xml, Action<XmlRules>? rules = null, string contentType = "application/xml") =>
        WithContent(message, XmlRules.Body(XmlRules.Parse(xml), rules, NotBlank(contentType), Builders.Of(message).Round.Config), contentType);

    /// <summary>Names the message within its file, so that it stays the same one when its description changes.</summary>
    public static IMessageBuilderV4 WithKey(this IMessageBuilderV4 message, string key)
    {
        Builders.Of(message).Draft.Key = NotBlank(key);
        return message;
    }

    /// <summary>The message may fail at the provider without failing its verification.</summary>
    public static IMessageBuilderV4 Pending(this IMessageBuilderV4 message)
    {
        Builders.Of(message).Draft.Pending = true;
        return message;
    }

    /// <summary>A line for people, shown when the message is verified. Call it again for more.</summary>
    public static IMessageBuilderV4 WithComment(this IMessageBuilderV4 message, string text)
    {
        Builders.Of(message).Draft.Comments.Add(NotBlank(text));
        return message;
    }

    /// <summary>Name of the test that describes the message, shown when it is verified.</summary>
    public static IMessageBuilderV4 WithTestName(this IMessageBuilderV4 message, string name)
    {
        Builders.Of(message).Draft.Comments.TestName = NotBlank(name);
        return message;
    }

    /// <summary>Verifies like <see cref="IConfiguredMessageVerifier.Verify"/>; the handler gets the message's metadata as well.</summary>
    public static void Verify<T>(this IConfiguredMessageVerifier verifier, Action<T, IReadOnlyDictionary<string, string>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Own(verifier).VerifyWithMetadataAsync<T>((content, metadata) =>
        {
            handler(content, metadata);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Verify"/>
    public static Task VerifyAsync<T>(this IConfiguredMessageVerifier verifier, Func<T, IReadOnlyDictionary<string, string>, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Own(verifier).VerifyWithMetadataAsync(handler);
    }

    private static ConfiguredMessageVerifier WithContent(IMessagePart message, BodyDraft body, string contentType)
    {
        var source = Builders.Of(message);
        source.Draft.Contents.SetBody(body);
        source.Draft.Contents.SetMetadata("contentType", contentType);
        return new ConfiguredMessageVerifier(source.Draft, source.Round.Config.DefaultJsonSettings, source.Round);
    }

    private static ConfiguredMessageVerifier Own(IConfiguredMessageVerifier verifier) =>
        verifier as ConfiguredMessageVerifier ?? throw new ArgumentException("Only what WithJsonContent or WithContent made can do this.", nameof(verifier));

    private static string NotBlank(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }
}
