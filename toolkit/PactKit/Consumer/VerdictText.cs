using System.Globalization;
using System.Text;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>A mock server's verdict in words.</summary>
internal static class VerdictText
{
    public static string Of(MockServerVerdict verdict)
    {
        var text = new StringBuilder("Pact verification failed: the consumer's requests are not those of the pact.");
        var number = 0;
        foreach (var received in verdict.Refused) Refused(text, ++number, received);
        foreach (var missing in verdict.Missing)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{++number}) Missing request: {Line(missing.Request)}, expected by {Name(missing)}");
        return text.ToString();
    }

    /// <summary>One line per request.</summary>
    public static string Log(MockServerVerdict verdict) => string.Join('\n', verdict.Requests.Select(received => received.Pick switch
    {
        MatchedInteraction matched => $"{Line(received.Request)}: answered with {Number(matched.Interaction.Response.Status)} by {Name(matched.Interaction)}",
        MismatchedRequest mismatched => $"{Line(received.Request)}: answered with 500, differs from {Name(mismatched.Closest)}",
        _ => $"{Line(received.Request)}: answered with 500, not expected",
    }));

    private static void Refused(StringBuilder text, int number, ReceivedRequest received)
    {
        var (kind, nearest, mismatches) = received.Pick switch
        {
            MismatchedRequest m => ("Mismatched", (HttpInteraction?)m.Closest, m.Mismatches),
            UnexpectedRequest u => ("Unexpected", u.Nearest, u.Mismatches),
            _ => throw new ArgumentException("A request that matched is not refused.", nameof(received)),
        };
        text.Append(CultureInfo.InvariantCulture, $"\n\n{number}) {kind} request: {Line(received.Request)}");
        if (nearest is null) return;
        var relation = received.Pick is MismatchedRequest ? "differs from" : "nearest is";
        text.Append(CultureInfo.InvariantCulture, $"\n   {relation} {Name(nearest)}:");
        foreach (var mismatch in mismatches) text.Append("\n   - ").Append(Describe(mismatch).Replace("\n", "\n     ", StringComparison.Ordinal));
    }

    private static string Describe(Mismatch mismatch) =>
        mismatch is BodyMismatch body ? $"{body.Path}: {body.Description}" : mismatch.Description;

    private static string Line(Request request) => $"{request.Method} {request.Path}{Wire.RequestTarget.WriteQuery(request.Query)}";

    private static string Name(HttpInteraction interaction) =>
        interaction.ProviderStates.Count == 0
            ? $"'{interaction.Description}'"
            : $"'{interaction.Description}' given {string.Join(" and ", interaction.ProviderStates.Select(state => $"'{state.Name}'"))}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
