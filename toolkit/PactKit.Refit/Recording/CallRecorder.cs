using System.Reflection;
using PactKit.Model;
using Refit;

namespace PactKit.Recording;

/// <summary>Runs a lambda against a real Refit client and takes down the one request it makes.</summary>
internal static class CallRecorder
{
    // Never resolved: the recorder answers. A name of its own, so that it is recognised should it ever show in a message.
    private static readonly Uri BaseAddress = new("http://recorder.invalid/");

    /// <exception cref="InvalidOperationException">The lambda did not make exactly one request; the message says what it did.</exception>
    public static RecordedCall Record<TApi>(Func<TApi, object?> call, RefitSettings settings) where TApi : class
    {
        using var recorder = new RequestRecorder();
        var (api, proxy) = CallProxy.Before(RecordingClient.Create<TApi>(recorder, BaseAddress, settings));

        // On the pool, so that a caller with a synchronization context cannot block itself. The execution context, with the ledger, goes along.
        var failure = Task.Run(() => RunAsync(call, api)).GetAwaiter().GetResult();
        if (recorder.Requests.Count == 0) throw Nothing<TApi>(proxy, failure);
        // One call may send several: a page after a page, a try after a try. The first is the one it was asked for.
        if (recorder.Requests.Count > 1 && proxy.Calls.Count != 1) throw Several<TApi>(recorder);
        return new RecordedCall(proxy.Calls is [var method, ..] ? method : null, recorder.Requests[0]);
    }

    private static async Task<Exception?> RunAsync<TApi>(Func<TApi, object?> call, TApi api)
    {
        try
        {
            await Completion.Of(call(api));
            return null;
        }
#pragma warning disable CA1031 // There is nothing to read in the answer, so almost every client fails after it has sent its request.
        catch (Exception failure)
        {
            return failure;
        }
#pragma warning restore CA1031
    }

    private static InvalidOperationException Nothing<TApi>(CallProxy proxy, Exception? failure)
    {
        var name = proxy.Calls.Count > 0 ? $"{typeof(TApi).Name}.{proxy.Calls[0].Name}" : $"The call of {typeof(TApi).Name}";
        return failure is not null
            ? new InvalidOperationException($"{name} could not be recorded: it failed before it sent a request. {failure.GetBaseException().Message}", failure)
            : new InvalidOperationException(
                $"The lambda made no request of {typeof(TApi).Name}. Call the method to record and return what it returns: " +
                $"WithRequest<{typeof(TApi).Name}>(api => api.Method(…)).");
    }

    private static InvalidOperationException Several<TApi>(RequestRecorder recorder)
    {
        var requests = string.Join(", ", recorder.Requests.Select(recorded => $"{recorded.Request.Method} {recorded.Request.Path}"));
        return new InvalidOperationException(
            $"The lambda made {recorder.Requests.Count} requests of {typeof(TApi).Name} ({requests}). One interaction is one request: " +
            "give each call its own UponReceiving(…).");
    }
}
