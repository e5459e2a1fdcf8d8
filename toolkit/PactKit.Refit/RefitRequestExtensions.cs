using System.Text.Json.Nodes;
using PactKit.Consumer;
using PactKit.Placing;
using PactKit.Recording;
using PactNet;
using Refit;

namespace PactKit;

/// <summary>
/// Requests taken from a Refit interface: <c>WithRequest&lt;IApi&gt;(api => api.GetUser(1))</c>. The method is really called, on the client that
/// Refit's source generator wrote, with its serializer and formatters; what it is about to send becomes the request. Nothing goes over a network.
/// </summary>
public static class RefitRequestExtensions
{
    /// <summary>Method, path, query, headers and body are those that the call sends.</summary>
    /// <param name="builder">The interaction.</param>
    /// <param name="call">
    /// Calls one method, with plain values or <see cref="Arg"/>s. It runs several times when there are Args, and must send the same request each time.
    /// </param>
    /// <param name="settings">
    /// The settings the application uses; delegating handlers of its HttpMessageHandlerFactory take part. Null: Refit's defaults.
    /// </param>
    /// <exception cref="InvalidOperationException">The call cannot be recorded, or an Arg has no place of its own; the message says what to do.</exception>
    public static IRequestBuilderV2 WithRequest<TApi>(this IRequestBuilderV2 builder, Func<TApi, Task> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    /// <summary>For methods that return something else than a task: an observable, an asynchronous sequence, a value task.</summary>
    /// <inheritdoc cref="WithRequest{TApi}(IRequestBuilderV2, Func{TApi, Task}, RefitSettings)"/>
    public static IRequestBuilderV2 WithRequest<TApi>(this IRequestBuilderV2 builder, Func<TApi, object?> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    /// <inheritdoc cref="WithRequest{TApi}(IRequestBuilderV2, Func{TApi, Task}, RefitSettings)"/>
    public static IRequestBuilderV3 WithRequest<TApi>(this IRequestBuilderV3 builder, Func<TApi, Task> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    /// <inheritdoc cref="WithRequest{TApi}(IRequestBuilderV2, Func{TApi, object}, RefitSettings)"/>
    public static IRequestBuilderV3 WithRequest<TApi>(this IRequestBuilderV3 builder, Func<TApi, object?> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    /// <inheritdoc cref="WithRequest{TApi}(IRequestBuilderV2, Func{TApi, Task}, RefitSettings)"/>
    public static IRequestBuilderV4 WithRequest<TApi>(this IRequestBuilderV4 builder, Func<TApi, Task> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    /// <inheritdoc cref="WithRequest{TApi}(IRequestBuilderV2, Func{TApi, object}, RefitSettings)"/>
    public static IRequestBuilderV4 WithRequest<TApi>(this IRequestBuilderV4 builder, Func<TApi, object?> call, RefitSettings? settings = null)
        where TApi : class => Record(builder, call, settings);

    private static TBuilder Record<TBuilder, TApi>(TBuilder builder, Func<TApi, object?> call, RefitSettings? settings) where TApi : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(call);
        settings ??= new RefitSettings();
        var draft = Drafts.Of(builder);
        RecordedCall? first = null;
        var found = new Explorer(Run, "the request").Explore();
        new RequestPlaces(found).Write(first!.Request, draft);
        Drafts.Remember(draft, new DerivedRequest(typeof(TApi), first.Method, settings));
        return builder;

        JsonNode Run()
        {
            var recorded = CallRecorder.Record(call, settings);
            first ??= recorded;
            return Snapshot.Of(recorded.Request);
        }
    }
}
