using System.Globalization;
using System.Text.Json;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Parts;

internal static class StatusComparer
{
    public static void Compare(int expected, int actual, RuleGroup? rules, List<Mismatch> into)
    {
        List<Failure>? failures = null;
        if (rules is not null) rules.CheckScalar(Number(expected), Number(actual), cascaded: false, ref failures);
        else if (expected != actual)
            failures = [new Failure(string.Create(CultureInfo.InvariantCulture, $"expected {expected} but was {actual}"), null)];
        foreach (var (description, rule) in failures ?? [])
            into.Add(new StatusMismatch(expected, actual) { Description = description, Rule = rule });
    }

    private static Value Number(int status) => new(JsonSerializer.SerializeToElement(status));
}
