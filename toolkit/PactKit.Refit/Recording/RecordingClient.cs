using Refit;

namespace PactKit.Recording;

/// <summary>Makes Refit clients over a given end of the pipeline.</summary>
internal static class RecordingClient
{
    /// <summary>The real client, with the delegating handlers of <see cref="RefitSettings.HttpMessageHandlerFactory"/> before the given handler.</summary>
    /// <exception cref="InvalidOperationException">The type is no Refit interface.</exception>
    public static TApi Create<TApi>(HttpMessageHandler end, Uri baseAddress, RefitSettings settings) where TApi : class
    {
        if (!typeof(TApi).IsInterface)
            throw new InvalidOperationException($"{typeof(TApi).Name} is not an interface: name the Refit interface, as in WithRequest<IApi>(…).");
        var client = new HttpClient(Chain(settings, end)) { BaseAddress = baseAddress };
        try
        {
            return RestService.For<TApi>(client, settings);
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException)
        {
            throw new InvalidOperationException(
                $"There is no Refit client for {typeof(TApi).Name}. Its methods need attributes such as [Get(\"/path\")], and the project that declares the " +
                $"interface needs the Refit package, whose source generator writes the client. Refit says: {failure.Message}",
                failure);
        }
    }

    private static HttpMessageHandler Chain(RefitSettings settings, HttpMessageHandler end)
    {
        if (settings.HttpMessageHandlerFactory?.Invoke() is not DelegatingHandler first) return end;
        var last = first;
        while (last.InnerHandler is DelegatingHandler next) last = next;
        if (last.InnerHandler is RequestRecorder)
        {
            throw new InvalidOperationException(
                "HttpMessageHandlerFactory returned a handler it had returned before: it has to make a new one each time it is called.");
        }

        last.InnerHandler = end;
        return first;
    }
}
