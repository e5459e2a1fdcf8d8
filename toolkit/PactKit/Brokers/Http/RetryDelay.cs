using System.Net;
using System.Net.Http.Headers;

namespace PactKit.Brokers.Http;

/// <summary>Which answers are worth another try, and after how long.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static bool IsWorthAnotherTry(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || ((int)status >= 500 && status is not HttpStatusCode.NotImplemented);

    /// <summary>The wait after the given number of tries (1 after the first).</summary>
    public static TimeSpan After(int tries, TimeSpan first, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var wait = retryAfter?.Delta
            ?? (retryAfter?.Date - now)
            ?? first * Math.Pow(2, Math.Min(tries - 1, 20));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
