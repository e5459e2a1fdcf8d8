using System.Text.RegularExpressions;

namespace PactKit.Broker.Pacticipants;

/// <summary>Names that probably mean the same application: "accounts", "account-service" and "AccountApi".</summary>
internal static partial class SimilarNames
{
    private static readonly string[] Noise = ["api", "provider", "service"];

    public static IReadOnlyList<string> To(string name, IEnumerable<string> existing)
    {
        var key = Key(name);
        return existing.Where(other => Key(other) == key).ToList();
    }

    public static string Message(string name, IReadOnlyList<string> similar, string baseUrl) =>
        $"No pact was ever published for \"{name}\", and "
        + "its name looks like another spelling of:\n"
        + string.Join('\n', similar.Select(other => $"* {other}"))
        + "\nIf you meant one of them, correct the name in the consumer or provider configuration and publish again.\n"
        + $"If \"{name}\" really is a new pacticipant, create it first:\n\n"
        + $"    pact-broker create-or-update-pacticipant --name \"{name}\" --broker-base-url {baseUrl}\n\n"
        + "To switch this check off, start the broker with PACT_BROKER_CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES=false.";

    internal static string Key(string name)
    {
        var words = Whitespace().Replace(name, "_").Replace("::", "/", StringComparison.Ordinal);
        words = AcronymBeforeWord().Replace(words, "$1_$2");
        words = LowerBeforeUpper().Replace(words, "$1_$2").Replace('-', '_').ToLowerInvariant();
        var kept = words.Split('_', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.EndsWith('s') ? word[..^1] : word)
            .Where(word => !Noise.Contains(word));
        return string.Join('_', kept);
    }

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Whitespace();

    [GeneratedRegex("([A-Z]+)([A-Z][a-z])", RegexOptions.None, 1000)]
    private static partial Regex AcronymBeforeWord();

    [GeneratedRegex(@"([a-z\d])([A-Z])", RegexOptions.None, 1000)]
    private static partial Regex LowerBeforeUpper();
}
