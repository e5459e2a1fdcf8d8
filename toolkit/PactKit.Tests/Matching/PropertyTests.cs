using System.Globalization;
using System.Text.Json;
using CsCheck;
using PactKit.Matching;
using PactKit.Model;

namespace PactKit.Tests.Matching;

public sealed class PropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 1, 4], Gen.OneOf("a b", "a.b", "0", "12", "'", "é", "$", "[*]", "*", ""));

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf("1.0", "1e3", "-0", "-0.0", "123456789012345678901234567890", "true", "false", "null"),
        Gen.String.Select(s => JsonSerializer.Serialize(s)));

    private static readonly Gen<string> Document = DocumentOf(4);

    private static readonly Gen<string> Path = Gen.Select(
        Gen.OneOf(Gen.OneOf(".*", "[*]", "[0]", "[1]"), Gen.String[Gen.Char.AlphaNumeric, 1, 3].Select(n => $"['{n}']")).Array[0, 4], steps => "$" + string.Concat(steps));

    private static readonly Gen<MatchingRule> Harmless = Gen.OneOf<MatchingRule>(new TypeRule(), new EqualityRule(), new ValuesRule(), new TypeRule(0), new TypeRule(0, 1000));

    [Fact]
    public void Any_document_matches_itself() =>
        Document.Sample(document => Assert.Empty(Comparing.Json(document, document)));

    [Fact]
    public void Adding_rules_about_types_never_breaks_a_self_match() =>
        Gen.Select(Document, Gen.Select(Path, Harmless).Array[1, 4]).Sample((document, rules) =>
        {
            var body = rules.DistinctBy(r => r.Item1).ToDictionary(r => r.Item1, r => RuleList.Of(r.Item2));
            var request = new Request { Body = Comparing.Body("application/json", document), MatchingRules = new MatchingRules { Body = body } };
            Assert.Empty(new RequestMatcher(request).Match(request).Texts());
        });

    [Fact]
    public void The_order_of_the_rules_in_a_file_does_not_matter() =>
        Gen.Select(Document, Document, Gen.Select(Path, Rule).Array[2, 5], Gen.Int).Sample((expected, actual, rules, seed) =>
        {
            var distinct = rules.DistinctBy(r => r.Item1).ToArray();
            var shuffled = distinct.OrderBy(r => (r.Item1, seed).GetHashCode()).ToArray();
            Assert.Equal(Verdict(expected, actual, distinct), Verdict(expected, actual, shuffled));
        });

    [Fact]
    public void A_matcher_answers_many_threads_alike() =>
        Gen.Select(Document, Document.Array[4], Gen.Select(Path, Rule).Array[1, 4]).Sample((expected, actuals, rules) =>
        {
            var matcher = new RequestMatcher(WithRules(expected, rules.DistinctBy(r => r.Item1)));
            var one = actuals.Select(a => Verdict(matcher, a)).ToArray();
            var shared = new RequestMatcher(WithRules(expected, rules.DistinctBy(r => r.Item1)));
            Assert.Equal(one, actuals.AsParallel().AsOrdered().Select(a => Verdict(shared, a)).ToArray());
        }, iter: 20);

    [Fact]
    public void Nothing_in_a_body_makes_a_comparison_throw() =>
        Gen.Select(Gen.String, Gen.Byte.Array[0, 40], Gen.OneOf("application/json", "application/xml", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data;boundary=x", "image/png"))
            .Sample((text, bytes, type) =>
            {
                Assert.True(ContentType.TryParse(type, out var parsed));
                var (expected, actual) = (Comparing.Body(type, text), Body.Of(bytes, parsed));
                Assert.NotNull(new RequestMatcher(new Request { Body = expected }).Match(new Request { Body = actual }));
                Assert.NotNull(new RequestMatcher(new Request { Body = actual }).Match(new Request { Body = expected }));
            });

    private static Gen<MatchingRule> Rule => Gen.OneOf<MatchingRule>(
        new TypeRule(), new TypeRule(2), new EqualityRule(), new IntegerRule(), new RegexRule(".*"), new RegexRule("[a-z]+"), new NotEmptyRule(), new NullRule(),
        new ValuesRule(), new EachKeyRule(RuleList.Of(new RegexRule("[a-z]+"))), new EachValueRule(RuleList.Of(new TypeRule())), new IncludeRule("a"));

    private static Gen<string> DocumentOf(int depth) => depth == 0 ? Scalar : Gen.OneOf(
        Scalar,
        DocumentOf(depth - 1).Array[0, 3].Select(items => $"[{string.Join(", ", items)}]"),
        Gen.Select(Name, DocumentOf(depth - 1)).Array[0, 3].Select(entries =>
            $"{{{string.Join(",", entries.DistinctBy(e => e.Item1).Select(e => $"{JsonSerializer.Serialize(e.Item1)}: {e.Item2}"))}}}"));

    private static Request WithRules(string body, IEnumerable<(string Path, MatchingRule Rule)> rules) => new()
    {
        Body = Comparing.Body("application/json", body),
        MatchingRules = new MatchingRules { Body = rules.ToDictionary(r => r.Path, r => RuleList.Of(r.Rule)) },
    };

    private static string Verdict(string expected, string actual, IEnumerable<(string, MatchingRule)> rules) => Verdict(new RequestMatcher(WithRules(expected, rules)), actual);

    private static string Verdict(RequestMatcher matcher, string actual) =>
        string.Join("\n", matcher.Match(new Request { Body = Comparing.Body("application/json", actual) }).Texts());
}
