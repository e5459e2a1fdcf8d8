using System.Text.Json;
using PactKit.Matching.Bodies;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Parts;

/// <summary>Compares the expected entries of a message's metadata; others may be there.</summary>
internal sealed class MetadataComparer(MessageContents expected, MatchingOptions options, List<string> warnings)
{
    private readonly Dictionary<string, RuleCursor> _named = NamedRules.Compile(expected.MatchingRules.Metadata, options, warnings);
    private readonly RuleCursor _paths = RuleExpressions.Compile(
        expected.MatchingRules.Metadata.Where(r => r.Key.StartsWith('$')).ToDictionary(r => r.Key, r => r.Value), options, warnings);

    public void Compare(MessageContents actual, List<Mismatch> into, MatchingTrace? trace)
    {
        foreach (var (key, value) in expected.Metadata)
        {
            var rules = _named.GetValueOrDefault(key) ?? _paths.Field(key);
            trace?.Named("metadata", key, rules.Rules);
            if (actual.Metadata.TryGetValue(key, out var received)) CompareValues(key, value, received, rules, into);
            else if (!(IsContentType(key) && BodyHasType(value, actual)))
                into.Add(new MetadataMismatch(key, Shown(value), "") { Description = $"Expected message metadata '{key}' but was missing" });
        }
    }

    private void CompareValues(string key, JsonElement expected, JsonElement actual, RuleCursor rules, List<Mismatch> into)
    {
        if (rules.Rules is null && (JsonPiece.AreEqual(expected, actual) || (IsContentType(key) && AreSameType(expected, actual)))) return;
        var comparison = new BodyComparison(options, unexpectedKeysAllowed: false);
        new JsonComparer(comparison).Compare(new ExpectedJson(expected), actual, rules);
        foreach (var found in comparison.Found)
            into.Add(new MetadataMismatch(key, Shown(expected), Shown(actual)) { Description = Sentence(key, found), Rule = found.Rule });
    }

    private static string Sentence(string key, Mismatch found) => found is BodyMismatch { Path: not "$" } inside
        ? $"Mismatch with message metadata '{key}' at {inside.Path}: {found.Description}"
        : $"Mismatch with message metadata '{key}': {found.Description}";

    // Some tools say what the body is in one place, some in the other.
    private static bool BodyHasType(JsonElement expected, MessageContents actual) =>
        expected.ValueKind == JsonValueKind.String && actual.Contents.ContentType is { } type
        && HeaderValue.HaveEqualParameters(JsonPiece.StringOf(expected), type.ToString());

    private static bool AreSameType(JsonElement expected, JsonElement actual) =>
        expected.ValueKind == JsonValueKind.String && actual.ValueKind == JsonValueKind.String
        && HeaderValue.HaveEqualParameters(JsonPiece.StringOf(expected), JsonPiece.StringOf(actual));

    private static bool IsContentType(string key) =>
        key.Equals("contentType", StringComparison.OrdinalIgnoreCase) || key.Equals("content-type", StringComparison.OrdinalIgnoreCase);

    private static string Shown(JsonElement value) => new Value(value).Shown;
}
