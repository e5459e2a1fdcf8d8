using PactKit.Recording;
using PactNet;
using Refit;

namespace PactKit;

/// <summary>Response bodies from examples of the types a Refit method returns.</summary>
public static class RefitResponseExtensions
{
    /// <summary>
    /// A body like the example, serialised as the client's settings say. Every value stands for any value of its type, and every list for a list of
    /// items like the first. The example has to be what the recorded method returns.
    /// </summary>
    /// <param name="builder">The response.</param>
    /// <param name="example">The object the client should read.</param>
    /// <param name="settings">Null: those of WithRequest, else Refit's defaults.</param>
    /// <exception cref="InvalidOperationException">The method returns another type, or the serializer does not write JSON.</exception>
    public static IResponseBuilderV2 WithBodyFrom<TBody>(this IResponseBuilderV2 builder, TBody example, RefitSettings? settings = null) =>
        Write(builder, () => example, settings);

    /// <summary>The same with rules of its own for some values: <c>WithBodyFrom(() => new User(Arg.Integer(1), Arg.Regex("ada", "[a-z]+")))</c>.</summary>
    /// <param name="builder">The response.</param>
    /// <param name="example">Makes the object. It runs several times when there are <see cref="Arg"/>s, and must make the same each time.</param>
    /// <param name="settings">Null: those of WithRequest, else Refit's defaults.</param>
    /// <inheritdoc cref="WithBodyFrom{TBody}(IResponseBuilderV2, TBody, RefitSettings)"/>
    public static IResponseBuilderV2 WithBodyFrom<TBody>(this IResponseBuilderV2 builder, Func<TBody> example, RefitSettings? settings = null) =>
        Write(builder, example, settings);

    /// <inheritdoc cref="WithBodyFrom{TBody}(IResponseBuilderV2, TBody, RefitSettings)"/>
    public static IResponseBuilderV3 WithBodyFrom<TBody>(this IResponseBuilderV3 builder, TBody example, RefitSettings? settings = null) =>
        Write(builder, () => example, settings);

    /// <inheritdoc cref="WithBodyFrom{TBody}(IResponseBuilderV2, Func{TBody}, RefitSettings)"/>
    public static IResponseBuilderV3 WithBodyFrom<TBody>(this IResponseBuilderV3 builder, Func<TBody> example, RefitSettings? settings = null) =>
        Write(builder, example, settings);

    /// <inheritdoc cref="WithBodyFrom{TBody}(IResponseBuilderV2, TBody, RefitSettings)"/>
    public static IResponseBuilderV4 WithBodyFrom<TBody>(this IResponseBuilderV4 builder, TBody example, RefitSettings? settings = null) =>
        Write(builder, () => example, settings);

    /// <inheritdoc cref="WithBodyFrom{TBody}(IResponseBuilderV2, Func{TBody}, RefitSettings)"/>
    public static IResponseBuilderV4 WithBodyFrom<TBody>(this IResponseBuilderV4 builder, Func<TBody> example, RefitSettings? settings = null) =>
        Write(builder, example, settings);

    private static TBuilder Write<TBuilder, TBody>(TBuilder builder, Func<TBody> example, RefitSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(example);
        var draft = Drafts.Of(builder);
        var request = Drafts.RequestOf(draft);
        new ResponseBody(request, settings ?? request?.Settings ?? new RefitSettings()).Write(example, draft);
        return builder;
    }
}
