using PactKit.Recording;
using PactNet;
using Refit;

namespace PactKit;

/// <summary>Refit clients for consumer tests.</summary>
public static class RefitClientExtensions
{
    /// <summary>A client of the mock server: in memory where the interactions are served in memory, else over its port.</summary>
    /// <param name="context">What the callback of Verify or VerifyAsync gets.</param>
    /// <param name="settings">The settings the application uses; delegating handlers of its HttpMessageHandlerFactory take part. Null: Refit's defaults.</param>
    /// <exception cref="InvalidOperationException">The type is no Refit interface.</exception>
    public static TApi CreateClient<TApi>(this IConsumerContext context, RefitSettings? settings = null) where TApi : class
    {
        ArgumentNullException.ThrowIfNull(context);
        return RecordingClient.Create<TApi>(context.CreateHandler(), context.MockServerUri, settings ?? new RefitSettings());
    }
}
