using PactKit.Broker.Storage;

namespace PactKit.Broker.Pacts.ForVerification;

/// <summary>
/// A content is pending until it has been verified where the provider is now. A success elsewhere counts when it is older than
/// the place: a new branch inherits what was verified before it began.
/// </summary>
internal static class PendingStatus
{
    /// <param name="successes">Successes of one content, by branch or tag.</param>
    /// <param name="place">The branch or tag that asks.</param>
    /// <param name="begun">When the place began; null when it does not exist yet, and then any other success counts.</param>
    public static bool IsVerified(IEnumerable<SuccessUnder> successes, string place, Moment? begun) =>
        successes.Any(success => success.Name == place || begun is null || success.At.CompareTo(begun.Value) < 0);
}
