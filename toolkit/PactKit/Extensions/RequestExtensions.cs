using System.Text.Json;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>What PactNet's request builders have no word for.</summary>
public static class RequestExtensions
{
    /// <summary>A path that is matched by a rule, such as <c>Match.Path("/users/{id}", 7)</c> or <c>Generate.FromProviderState("/users/${id}", "/users/7")</c>.</summary>
    /// <exception cref="ArgumentException">The matcher is about lists or objects.</exception>
    public static TRequest WithRequest<TRequest>(this TRequest builder, HttpMethod method, IMatcher path) where TRequest : IRequestPart
    {
        ArgumentNullException.ThrowIfNull(method);
        return WithRequest(builder, method.Method, path);
    }

    /// <inheritdoc cref="WithRequest{TRequest}(TRequest, HttpMethod, IMatcher)"/>
    public static TRequest WithRequest<TRequest>(this TRequest builder, string method, IMatcher path) where TRequest : IRequestPart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        var source = Builders.Of(builder);
        source.Draft.SetRequest(method, Examples.OfPath(path, source.Config));
        return builder;
    }

    /// <summary>A query parameter with a matcher, which PactNet has from version 3 on.</summary>
    public static IRequestBuilderV2 WithQuery(this IRequestBuilderV2 builder, string key, IMatcher matcher)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        var source = Builders.Of(builder);
        source.Draft.Query.Add(key, Examples.OfQuery(matcher, source.Config));
        return builder;
    }

    /// <summary>
    /// A state with parameters of any kind: <c>Given("a user exists", new { id = 7, code = "007" })</c>. Unlike those of a dictionary of texts they
    /// stay what they are: a text that looks like a number stays a text. A version 2 file keeps the name only.
    /// </summary>
    /// <exception cref="ArgumentException">The parameters are no object.</exception>
    public static TRequest Given<TRequest>(this TRequest builder, string providerState, object parameters) where TRequest : IRequestPart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerState);
        var source = Builders.Of(builder);
        source.Draft.States.Add(providerState, Parameters(parameters, source.Config));
        return builder;
    }

    /// <summary>Names the interaction within its file, so that it stays the same one when its description changes.</summary>
    public static IRequestBuilderV4 WithKey(this IRequestBuilderV4 builder, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Builders.Draft(builder).Key = key;
        return builder;
    }

    /// <summary>The interaction may fail at the provider without failing its verification.</summary>
    public static IRequestBuilderV4 Pending(this IRequestBuilderV4 builder)
    {
        Builders.Draft(builder).Pending = true;
        return builder;
    }

    /// <summary>A line for people, shown when the interaction is verified. Call it again for more.</summary>
    public static IRequestBuilderV4 WithComment(this IRequestBuilderV4 builder, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Builders.Draft(builder).Comments.Add(text);
        return builder;
    }

    /// <summary>Name of the test that describes the interaction, shown when it is verified.</summary>
    public static IRequestBuilderV4 WithTestName(this IRequestBuilderV4 builder, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Builders.Draft(builder).Comments.TestName = name;
        return builder;
    }

    internal static JsonElement Parameters(object parameters, PactConfig config)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var json = Bodies.Serialize(parameters, config);
        return json.ValueKind == JsonValueKind.Object ? json
            : throw new ArgumentException("The parameters of a provider state have names: pass an object, as in new { id = 7 }, or a dictionary.", nameof(parameters));
    }
}
