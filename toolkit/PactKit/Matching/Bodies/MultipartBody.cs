using PactKit.Matching.Parts;
using PactKit.Matching.Paths;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>Parts are found by name, in any order, and nameless ones by their place. More parts than expected are fine.</summary>
internal sealed class MultipartBody(ReadOnlyMemory<byte> content, ContentType type, RuleCursor rules, MatchingOptions options) : BodyMatcher
{
    private readonly List<MultipartPart>? _expected = MultipartReader.Read(content, type);

    public override void Compare(ReceivedBody actual, BodyComparison comparison)
    {
        var received = MultipartReader.Read(actual.Content, actual.Type);
        if (_expected is null || received is null)
        {
            comparison.Add(null, null, $"Failed to parse the {(_expected is null ? "expected" : "actual")} body as multipart: no part begins with the boundary of its content type");
            return;
        }

        var used = new HashSet<MultipartPart>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _expected.Count; i++)
        {
            var part = _expected[i];
            var name = part.Name;
            if (name is null) comparison.Trail.Enter(i);
            else comparison.Trail.Enter(name);
            var other = name is null ? received.ElementAtOrDefault(i) : received.Find(p => p.Name == name && used.Add(p));
            if (other is null) comparison.Add(name, null, $"Expected a MIME part '{name ?? $"{i}"}' but was missing");
            else Compare(part, other, name is null ? rules.Item(i) : rules.Field(name), comparison);
            comparison.Trail.Leave();
        }
    }

    private void Compare(MultipartPart expected, MultipartPart actual, RuleCursor cursor, BodyComparison comparison)
    {
        if (expected.IsFile != actual.IsFile)
        {
            comparison.Add(Kind(expected), Kind(actual), $"Expected a MIME part that is {Kind(expected)} but received {Kind(actual)}");
            return;
        }

        CompareHeaders(expected, actual, cursor, comparison);
        if (IsWhole(expected.Type, cursor)) new BinaryBody(expected.Content, expected.Type, cursor).Compare(Received(actual), comparison);
        else CompareContents(expected, actual, cursor, comparison);
    }

    // The part's own type says how to compare it; the rules of the place stand for those of a document of its own.
    private void CompareContents(MultipartPart expected, MultipartPart actual, RuleCursor cursor, BodyComparison comparison)
    {
        if (!ContentTypes.AreCompatible(expected.Type, actual.Type) && OfHeader(cursor, "Content-Type").Rules is null)
        {
            comparison.Add($"{expected.Type}", $"{actual.Type}", $"Expected a body of '{expected.Type}' but the actual content type was '{actual.Type}'");
            return;
        }

        using var received = Received(actual);
        var isText = !expected.IsFile && expected.DeclaredType is null or { Type: "text", Subtype: "plain" };
        if (isText) new TextBody(expected.Content, expected.Type, cursor).Compare(received, comparison);
        else BodyMatchers.For(expected.Body, expected.Type, cursor, options).Compare(received, comparison);
    }

    private static void CompareHeaders(MultipartPart expected, MultipartPart actual, RuleCursor cursor, BodyComparison comparison)
    {
        foreach (var (name, value) in expected.Headers)
        {
            if (name.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase)) continue;
            var isPresent = actual.Headers.TryGetValue(name, out var received);
            // Others leave out what says how the part was packed.
            if (!isPresent && IsPacking(name)) continue;
            comparison.Trail.Enter(name);
            var rules = OfHeader(cursor, name);
            if (!isPresent) comparison.Add(value, null, $"Expected a header '{name}' but was missing");
            else if (rules is { Rules: not null, IsCascaded: false }) comparison.Scalar(new Value(value), new Value(received!), rules);
            else if (!HeaderValue.AreEqual(name, value, received!))
                comparison.Add(value, received, $"Mismatch with header '{name}': Expected header '{name}' to have value '{value}' but was '{received}'");
            comparison.Trail.Leave();
        }
    }

    private static bool IsPacking(string header) =>
        header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || header.Equals("Content-Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    // Writers spell the name in small letters or as it stands in the part.
    private static RuleCursor OfHeader(RuleCursor cursor, string name)
    {
        var small = cursor.Field(name.ToLowerInvariant());
        return small is { Rules: not null, IsCascaded: false } ? small : cursor.Field(name);
    }

    // Rules written for the part itself that speak of its bytes. JSON and XML are compared as documents, but for the question what they are.
    private static bool IsWhole(ContentType type, RuleCursor cursor)
    {
        if (cursor is not { Rules: { } group, IsCascaded: false }) return false;
        var isDocument = type.IsJson || type.IsXml;
        return group.Checks.Any(c => c is ContentTypeCheck || (!isDocument && c is RegexCheck or IncludeCheck or EqualityCheck));
    }

    private ReceivedBody Received(MultipartPart part) => new(part.Body, part.Type, options);

    private static string Kind(MultipartPart part) => part.IsFile ? "a file" : "a field";
}
