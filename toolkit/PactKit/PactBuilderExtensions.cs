using System.Text.Json;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>What a version 4 file can hold and PactNet's builders have no word for.</summary>
public static class PactBuilderExtensions
{
    /// <summary>Names the interaction within its file, so that it stays the same one when its description changes.</summary>
    public static IRequestBuilderV4 WithKey(this IRequestBuilderV4 builder, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Own(builder).Draft.Key = key;
        return builder;
    }

    /// <summary>The interaction may fail at the provider without failing its verification.</summary>
    public static IRequestBuilderV4 Pending(this IRequestBuilderV4 builder)
    {
        Own(builder).Draft.Pending = true;
        return builder;
    }

    /// <summary>A line for people, shown when the interaction is verified. Call it again for more.</summary>
    public static IRequestBuilderV4 WithComment(this IRequestBuilderV4 builder, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Own(builder).Draft.Comments.Add(text);
        return builder;
    }

    /// <summary>Name of the test that describes the interaction, shown when it is verified.</summary>
    public static IRequestBuilderV4 WithTestName(this IRequestBuilderV4 builder, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Own(builder).Draft.Comments.TestName = name;
        return builder;
    }

    /// <summary>A path that is matched by a rule, such as <c>Match.Regex("/users/7", "/users/\\d+")</c>.</summary>
    public static IRequestBuilderV4 WithRequest(this IRequestBuilderV4 builder, HttpMethod method, IMatcher path)
    {
        ArgumentNullException.ThrowIfNull(method);
        Own(builder).Draft.SetRequest(method.Method, JsonSerializer.Serialize(path));
        return builder;
    }

    /// <summary>A body of any bytes, such as an image.</summary>
    public static IRequestBuilderV4 WithBinaryBody(this IRequestBuilderV4 builder, ReadOnlyMemory<byte> body, string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        Own(builder).Draft.Request.SetBytes(body, contentType);
        return builder;
    }

    /// <inheritdoc cref="WithBinaryBody(IRequestBuilderV4, ReadOnlyMemory{byte}, string)"/>
    public static IResponseBuilderV4 WithBinaryBody(this IResponseBuilderV4 builder, ReadOnlyMemory<byte> body, string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        if (builder is not ResponseBuilderV4 own) throw Foreign(nameof(builder));
        own.Draft.Response.SetBytes(body, contentType);
        return builder;
    }

    private static RequestBuilderV4 Own(IRequestBuilderV4 builder) => builder as RequestBuilderV4 ?? throw Foreign(nameof(builder));

    private static ArgumentException Foreign(string name) => new("Only a builder that WithHttpInteractions made can do this.", name);
}
