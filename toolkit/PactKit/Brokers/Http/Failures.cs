using System.Net.Http;

namespace PactKit.Brokers.Http;

/// <summary>The errors that do not come from an answer of the broker, worded once.</summary>
internal static class Failures
{
    public static BrokerError Unreachable(Uri url, Exception failure)
    {
        var reason = (failure as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"the host '{url.Host}' is not known; check the spelling of the address",
            HttpRequestError.ConnectionError => $"nothing accepts connections at {url.Host}:{url.Port}",
            HttpRequestError.SecureConnectionError =>
                $"no secure connection to {url.Host}:{url.Port} ({Innermost(failure).Message.TrimEnd('.')}); "
                + "name a trusted certificate or check that the address should start with https",
            _ => Innermost(failure).Message.TrimEnd('.'),
        };
        return Unreachable(url, reason);
    }

    /// <summary>The connection alone took too long, which has a limit of its own.</summary>
    public static BrokerError NoConnection(Uri url, TimeSpan after) => Unreachable(
        url,
        $"no {(url.Scheme == Uri.UriSchemeHttps ? "secure " : "")}connection to {url.Host}:{url.Port} after {after.TotalSeconds:0.#} s; check the address, and that nothing between here and there holds it up");

    public static BrokerError TooLong(Uri url, long limit) =>
        new(BrokerErrorKind.Rejected, $"The answer of {url} is longer than {limit / (1024 * 1024)} MB, so it was not read.") { Url = url, Reason = $"it is longer than {limit / (1024 * 1024)} MB" };

    public static BrokerError TimedOut(Uri url, TimeSpan limit, int tries) =>
        new(BrokerErrorKind.TimedOut, $"The broker did not answer {url} within {limit.TotalSeconds:0.#} s{(tries > 1 ? $", at try {tries}" : "")}. Is the address right, and the broker well?")
        {
            Url = url,
            Reason = $"there was no answer within {limit.TotalSeconds:0.#} s{(tries > 1 ? $", at try {tries}" : "")}",
        };

    /// <summary>The same, with how often it was tried.</summary>
    public static BrokerError AfterTries(BrokerError error, int tries) => error with { Message = error.Message.TrimEnd('.', ':') + $", {tries} times in a row" + error.Message[^1] };

    public static BrokerError NotABroker(Uri url, string why) =>
        new(BrokerErrorKind.NotABroker, $"{url} does not look like a Pact Broker: {why}. Check the base URL.") { Url = url, Reason = why };

    public static BrokerError Moved(Uri url, int status, Uri target) =>
        new(BrokerErrorKind.Rejected, $"{url} leads on to {target} ({status}); use that as the broker's base URL.") { Url = url, Status = status, Target = target };

    public static BrokerError NotOffered(Uri url, string relation) =>
        new(BrokerErrorKind.NotOffered, $"The broker at {url} does not offer '{relation}'; it may be too old for this.") { Url = url };

    private static BrokerError Unreachable(Uri url, string reason) =>
        new(BrokerErrorKind.Unreachable, $"Could not reach the broker at {Root(url)}: {reason}.") { Url = url, Reason = reason };

    private static string Root(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private static Exception Innermost(Exception failure) => failure.GetBaseException();
}
