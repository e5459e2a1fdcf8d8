using System.Globalization;
using System.Text;
using PactKit.Matching;
using PactKit.MockServer;
using PactKit.Model;
using PactKit.Reporting;

namespace PactKit.Consumer;

/// <summary>A mock server's verdict in words.</summary>
internal static class VerdictText
{
    public static string Of(MockServerVerdict verdict)
    {
        var text = new StringBuilder("Pact verification failed: the consumer's requests are not those of the pact.");
        var number = 0;
        foreach (var received in verdict.Refused)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{++number}) {PickReport.Of(received.Pick, received.Request)!.TrimEnd()}");
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

    private static string Line(Request request) => $"{request.Method} {request.Path}{Wire.RequestTarget.WriteQuery(request.Query)}";

    private static string Name(HttpInteraction interaction) =>
        interaction.ProviderStates.Count == 0
            ? $"'{interaction.Description}'"
            : $"'{interaction.Description}' given {string.Join(" and ", interaction.ProviderStates.Select(state => $"'{state.Name}'"))}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
