using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PactKit.Placing;

namespace PactKit.Recording;

/// <summary>
/// Runs a lambda again and again, each time with another value for one of its <see cref="Arg"/>s, and sees what changes in the document it makes.
/// </summary>
/// <param name="run">Makes the document.</param>
/// <param name="what">What it makes, for messages: "the request", "the response body".</param>
internal sealed class Explorer(Func<JsonNode?> run, string what)
{
    public Exploration Explore()
    {
        var ledger = new ArgLedger();
        var document = ledger.Run(run);
        if (ledger.Rules.Count == 0) return new Exploration(document, new Dictionary<string, IReadOnlyList<Landing>>());

        RequireSame(document, ledger);
        var landings = new Dictionary<string, IReadOnlyList<Landing>>();
        for (var number = 0; number < ledger.Rules.Count; number++)
        {
            foreach (var difference in Vary(document, ledger.Rules, number))
            {
                var steps = Whole(difference);
                var landing = new Landing(ledger.Rules[number], steps, SpansOf(difference, ledger.Rules[number]));
                var key = Place.Key(steps);
                landings[key] = landings.TryGetValue(key, out var others) ? [.. others, landing] : [landing];
            }
        }

        return new Exploration(document, landings);
    }

    private void RequireSame(JsonNode? document, ArgLedger first)
    {
        var ledger = new ArgLedger();
        var again = ledger.Run(run);
        var difference = Difference.Between(document, again).FirstOrDefault();
        if (difference is null && ledger.Rules.Count == first.Rules.Count) return;
        var where = difference is null ? "the number of its Args" : Place.Describe(difference.Steps);
        throw new InvalidOperationException(
            $"{Sentence(what)} is another one each time the lambda runs: it differs in {where}. The lambda runs several times to find where its " +
            "Args arrive; use fixed values instead of random ones, the clock or a counter, and create streams inside the lambda.");
    }

    private List<Difference> Vary(JsonNode? document, IReadOnlyList<ArgRule> rules, int number)
    {
        Exception? failure = null;
        for (var attempt = 0; ; attempt++)
        {
            var ledger = new ArgLedger(number, attempt);
            List<Difference> differences;
            try
            {
                differences = [.. Difference.Between(document, ledger.Run(run))];
            }
#pragma warning disable CA1031 // A client may refuse a value for any reason; the next one is tried.
            catch (Exception refusal)
            {
                if (ledger.Exhausted) throw NotFound(rules[number], failure);
                failure = refusal;
                continue;
            }
#pragma warning restore CA1031

            if (ledger.Exhausted) throw NotFound(rules[number], failure);
            if (differences.Exists(difference => difference.Appeared)) continue;
            if (differences.Count > 0) return differences;
        }
    }

    private InvalidOperationException NotFound(ArgRule rule, Exception? failure) => new(
        failure is null
            ? $"{rule.Call} does not show in {what}: another value changes nothing there, or changes a name instead of a value. Pass the plain value instead."
            : $"{rule.Call} could not be found in {what}: with another value the call fails ({failure.GetBaseException().Message}). Pass the plain value " +
              "instead, or use the Arg for the members of the value.",
        failure);

    /// <summary>A body that is gone altogether was the value, whatever kind of body it was.</summary>
    private static ImmutableList<object> Whole(Difference difference) =>
        difference is { Steps: ["body"], Base: JsonObject { Count: 1 } body } ? difference.Steps.Add(body.First().Key) : difference.Steps;

    private static IReadOnlyList<TextSpan>? SpansOf(Difference difference, ArgRule rule)
    {
        if (Text(difference.Base) is not { } text || Text(difference.Other) is not { } other) return null;
        return difference.Steps is ["path"] ? [.. TextSpan.OfPath(text, other, rule.Belongs)] : [TextSpan.Of(text, other, rule.Belongs)];
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
