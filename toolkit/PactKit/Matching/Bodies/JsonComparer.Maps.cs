using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;

namespace PactKit.Matching.Bodies;

internal sealed partial class JsonComparer
{
    // Where the entries of the maps now open are kept while their parents wait: one growing stack instead of an array per map.
    private JsonElement[] _received = new JsonElement[64];
    private int _receivedCount;

    private void CompareMaps(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        comparison.Trace(rules);
        if (expected.Entries.Length == 0 && !comparison.UnexpectedKeysAllowed && actual.EnumerateObject().Any())
        {
            comparison.Add("{}", new Value(actual).Shown, $"Expected an empty Map but received {new Value(actual).Shown}");
            return;
        }

        if (rules.Rules is not { } group)
        {
            CompareEntries(expected, actual, rules, keysMatter: true);
            return;
        }

        var keysMatter = rules.IsCascaded || !group.DecidesKeys;
        if (group.Checks is [var only]) CompareBelow(only, CheckMap(only, expected, actual, rules), expected, actual, rules, keysMatter);
        else ByRules(group, check => CheckMap(check, expected, actual, rules), (check, descent) => CompareBelow(check, descent, expected, actual, rules, keysMatter));
    }

    private Descent CheckMap(RuleCheck check, ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        if (check.CheckMap(new Value(expected.Json), new Value(actual), rules.IsCascaded) is { } failure)
            comparison.Add(new Value(expected.Json).Shown, new Value(actual).Shown, failure, check.Name);
        if (check is EachKeyCheck keys && !rules.IsCascaded) CheckKeys(keys, actual);
        var descent = check.DescentOf(rules.IsCascaded);

        // Variants are for lists; a map below is one like any other.
        return descent == Descent.Variants && rules.IsCascaded ? Descent.Ordinary : descent;
    }

    private void CheckKeys(EachKeyCheck check, JsonElement actual)
    {
        foreach (var key in JsonPiece.Entries(actual).Keys)
        {
            List<Failure>? failures = null;
            check.CheckKey(key, ref failures);
            if (failures is null) continue;
            comparison.Trail.Enter(key);
            foreach (var (description, rule) in failures) comparison.Add(null, key, description, rule);
            comparison.Trail.Leave();
        }
    }

    private void CompareBelow(RuleCheck check, Descent descent, ExpectedJson expected, JsonElement actual, RuleCursor rules, bool keysMatter)
    {
        if (descent == Descent.Ordinary) CompareEntries(expected, actual, rules, keysMatter);
        else if (descent == Descent.EachValue) CompareValues(expected, actual, ((EachValueCheck)check).Inside);
        else CompareValues(expected, actual, rules);
    }

    // Each actual entry with the example of its key, else with the first example.
    private void CompareValues(ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        if (expected.Entries.Length == 0) return;
        foreach (var (key, value) in JsonPiece.Entries(actual))
        {
            var example = Array.Find(expected.Entries, e => e.Name == key) ?? expected.Entries[0];
            CompareEntry(key, example.Value, value, rules);
        }
    }

    private void CompareEntries(ExpectedJson expected, JsonElement actual, RuleCursor rules, bool keysMatter)
    {
        var start = Reserve(expected.Entries.Length);
        var (guess, unexpected) = (0, false);
        foreach (var property in actual.EnumerateObject())
        {
            var place = expected.PlaceOf(property, guess);
            unexpected |= place < 0;
            if (place < 0) continue;
            guess = place + 1;
            _received[start + place] = property.Value;
        }

        if (keysMatter) CompareKeys(expected, actual, start, unexpected);
        for (var i = 0; i < expected.Entries.Length; i++)
        {
            var received = _received[start + i];
            if (received.ValueKind != JsonValueKind.Undefined) CompareEntry(expected.Entries[i].Name, expected.Entries[i].Value, received, rules);
        }

        _receivedCount = start;
    }

    private void CompareEntry(string key, ExpectedJson expected, JsonElement actual, RuleCursor rules)
    {
        comparison.Trail.Enter(key);
        Compare(expected, actual, rules.Field(key));
        comparison.Trail.Leave();
    }

    private void CompareKeys(ExpectedJson expected, JsonElement actual, int start, bool unexpected)
    {
        var missing = 0;
        for (var i = 0; i < expected.Entries.Length; i++)
            if (_received[start + i].ValueKind == JsonValueKind.Undefined) missing++;
        if (missing == 0 && (!unexpected || comparison.UnexpectedKeysAllowed)) return;
        var wanted = expected.Entries.Select(e => e.Name).ToList();
        var received = JsonPiece.Entries(actual).Keys.ToList();
        var description = comparison.UnexpectedKeysAllowed
            ? $"Actual map is missing the following keys: {Listed(wanted.Except(received))}"
            : $"Expected a Map with keys [{Listed(wanted)}] but received one with keys [{Listed(received)}]";
        comparison.Add(new Value(expected.Json).Shown, new Value(actual).Shown, description);
    }

    private static string Listed(IEnumerable<string> keys) => JsonPiece.Shorten(string.Join(", ", keys.Order(StringComparer.Ordinal)));

    private int Reserve(int count)
    {
        var start = _receivedCount;
        _receivedCount += count;
        if (_receivedCount > _received.Length) Array.Resize(ref _received, Math.Max(_receivedCount, _received.Length * 2));
        Array.Clear(_received, start, count);
        return start;
    }
}
