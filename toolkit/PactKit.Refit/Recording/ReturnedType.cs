using Refit;

namespace PactKit.Recording;

/// <summary>What type a method of a Refit interface reads from a response.</summary>
internal static class ReturnedType
{
    /// <summary>Null where the body is not deserialised: nothing is returned, or the raw response.</summary>
    public static Type? Of(Type returned)
    {
        if (!returned.IsGenericType) return IsRaw(returned) ? null : returned;
        var (open, inner) = (returned.GetGenericTypeDefinition(), returned.GetGenericArguments()[0]);
        if (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IObservable<>)) return Of(inner);
        if (open == typeof(ApiResponse<>) || open == typeof(IApiResponse<>)) return IsRaw(inner) ? null : inner;
        return open == typeof(IAsyncEnumerable<>) ? typeof(IEnumerable<>).MakeGenericType(inner) : returned;
    }

    private static bool IsRaw(Type type) =>
        type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) || type == typeof(IApiResponse)
        || type == typeof(HttpResponseMessage) || type == typeof(HttpContent) || type == typeof(Stream) || type == typeof(string);
}
