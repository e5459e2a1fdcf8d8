using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Tests.Model;

/// <summary>Random pacts that a version can hold as they are.</summary>
internal sealed class PactGen(PactSpecification specification)
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char[' ', '~'].Array[0, 8].Select(c => new string(c)),
        Gen.Int[0, 7].Select(i => ((string[])["", "é", "\ud83d\ude00", "日本", "a\nb", "\"\\", "\u0001\u007f\u2028", "{\"a\":1}"])[i]));

    private static readonly Gen<string> Name = Gen.OneOf(Gen.Char['a', 'e'].Array[1, 3].Select(c => new string(c)), Text.Where(t => t.Length > 0));

    private static readonly Gen<string> Token = Gen.Char['a', 'z'].Array[1, 6].Select(c => new string(c));

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[0, 5].Select(i => ((string[])["1.0", "1e2", "-0", "1.10", "123456789012345678901234567890", "0.1E-7"])[i]));

    private readonly bool _isV4 = specification == PactSpecification.V4;

    private static Gen<IReadOnlyDictionary<string, T>> Map<T>(Gen<string> names, Gen<T> values, int most = 3) =>
        Gen.Select(names, values).Array[0, most].Select(pairs =>
        {
            var map = new Dictionary<string, T>();
            foreach (var (name, value) in pairs) map[name] = value;
            return (IReadOnlyDictionary<string, T>)map;
        });

    private static string Quote(string text) => JsonPrinter.Compact(JsonSerializer.SerializeToElement(text));

    // Compact and with sorted members, which is how a body comes out of a file.
    private static Gen<string> JsonOf(int depth) => depth == 0
        ? Gen.OneOf(Text.Select(Quote), Number, Gen.Int[0, 2].Select(i => ((string[])["true", "false", "null"])[i]))
        : Gen.OneOf(
            JsonOf(0),
            JsonOf(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            Map(Name, JsonOf(depth - 1)).Select(map =>
                $"{{{string.Join(',', map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{Quote(m.Key)}:{m.Value}"))}}}"));

    private static readonly Gen<JsonElement> Json = JsonOf(2).Select(json => JsonElement.Parse(json));

    private static readonly Gen<Generator> Generator = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 20], Text).Select((kind, n, text) => (Generator)(kind switch
    {
        0 => new RandomIntGenerator(-n, n),
        1 => new RandomDecimalGenerator(n),
        2 => new RandomHexadecimalGenerator(n),
        3 => new RandomStringGenerator(n),
        4 => new RandomBooleanGenerator(),
        5 => new RegexGenerator(text),
        6 => new UuidGenerator(n > 10 ? "simple" : null),
        7 => new DateGenerator(text, n > 10 ? text : null),
        8 => new TimeGenerator(n > 10 ? text : null),
        9 => new DateTimeGenerator(null, n > 10 ? text : null),
        10 => new ProviderStateGenerator(text, n > 10 ? "INTEGER" : null),
        11 => new MockServerUrlGenerator(text, text),
        _ => new UnknownGenerator("Fish", JsonElement.Parse("{\"n\":1.0,\"type\":\"Fish\"}")),
    }));

    private static readonly Gen<MatchingRule> PlainRule = Gen.Select(Gen.Int[0, 17], Gen.Int[0, 9], Text).Select((kind, n, text) => (MatchingRule)(kind switch
    {
        0 => new EqualityRule(),
        1 => new RegexRule(text),
        2 => new TypeRule(),
        3 => new TypeRule(n, n + 1),
        4 => new TypeRule(null, n),
        5 => new NumberRule(),
        6 => new IntegerRule(),
        7 => new DecimalRule(),
        8 => new BooleanRule(),
        9 => new NullRule(),
        10 => new IncludeRule(text),
        11 => new DateRule(text),
        12 => new TimeRule(n > 5 ? text : null),
        13 => new DateTimeRule(text),
        14 => new ContentTypeRule(text),
        15 => n > 5 ? new ValuesRule() : new NotEmptyRule(),
        16 => n > 5 ? new StatusCodeRule("error", []) : new StatusCodeRule(null, [200, 200 + n]),
        _ => n > 5 ? new SemverRule() : new UnknownRule("fish", JsonElement.Parse("{\"match\":\"fish\",\"n\":1.0}")),
    }));

    private static readonly Gen<RuleList> AndList = PlainRule.Array[1, 2].Select(rules => new RuleList(rules));

    private static readonly Gen<MatchingRule> Rule = Gen.OneOf(
        PlainRule,
        Gen.Select(AndList, Json, Generator).Select((rules, value, generator) => (MatchingRule)new EachKeyRule(rules, value, generator)),
        AndList.Select(rules => (MatchingRule)new EachValueRule(rules)),
        Gen.Select(Map(Token.Select(t => "$." + t), AndList), Map(Token.Select(t => "$." + t), Generator), Gen.Int[0, 4]).Array[0, 2]
            .Select(variants => (MatchingRule)new ArrayContainsRule([.. variants.Select(v => new ArrayVariant(v.Item3, v.Item1, v.Item2))])));

    private static readonly Gen<RuleList> List = Gen.Select(Rule.Array[1, 3], Gen.Bool)
        .Select((rules, or) => new RuleList(rules, or ? RuleCombination.Or : RuleCombination.And));

    private Gen<RuleList> Rules => specification == PactSpecification.V2 ? Rule.Select(rule => RuleList.Of(rule)) : List;

    private static Gen<IReadOnlyDictionary<string, T>> Headers<T>(Gen<T> values) =>
        Map(Token.Select(t => "X-" + t), values).Select(map => (IReadOnlyDictionary<string, T>)new Dictionary<string, T>(map, StringComparer.OrdinalIgnoreCase));

    private Gen<MatchingRules> MatchingRules => specification < PactSpecification.V2
        ? Gen.Const(NoRules)
        : Gen.Select(Rules.Null(), Map(Token.Select(t => "$." + t), Rules), Headers(Rules), Map(Token, Rules)).Select((path, body, headers, query) =>
            NoRules with { Path = path, Body = body, Headers = headers, Query = query });

    private static readonly MatchingRules NoRules = PactKit.Model.MatchingRules.None;

    private Gen<GeneratorSet> Generators => specification < PactSpecification.V3
        ? Gen.Const(GeneratorSet.None)
        : Gen.Select(Generator.Null(), Map(Token.Select(t => "$." + t), Generator), Headers(Generator), Map(Name, Generator)).Select((path, body, headers, query) =>
            GeneratorSet.None with { Path = path, Status = path, Body = body, Headers = headers, Query = query });

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // V4 marks what a body is; the older versions need the header to tell, and cannot hold the JSON document null.
    private Gen<(Body Body, string? Header)> Body
    {
        get
        {
            var json = _isV4 ? JsonOf(3) : JsonOf(3).Where(text => text != "null");
            var present = Gen.OneOf(
                json.Select(text => (Utf8(text), "application/json")),
                Text.Where(t => t.Length > 0).Select(text => (Utf8(text), "text/plain")),
                Gen.Byte.Array[1, 20].Select(bytes => (bytes, "image/png")));
            var states = Gen.Int[0, 2].Select(i => (((Body[])[PactKit.Model.Body.Missing, PactKit.Model.Body.Empty, PactKit.Model.Body.Null])[i], (string?)null));
            return Gen.OneOf(states, present.Select((bytes, type) => _isV4 && ContentType.TryParse(type, out var stored)
                ? (PactKit.Model.Body.Of(bytes, stored), null)
                : (PactKit.Model.Body.Of(bytes), (string?)type)));
        }
    }

    private static Gen<IReadOnlyDictionary<string, IReadOnlyList<string>>> HeaderValues => Headers(
        Token.Array[1, 1].Select(values => (IReadOnlyList<string>)values));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> WithType(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string? type)
    {
        if (type is null) return headers;
        return new Dictionary<string, IReadOnlyList<string>>(headers, StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = [type], ["Accept"] = ["a", "b;q=1"] };
    }

    private Gen<Request> Request => Gen.Select(
        Gen.Select(Token, Text, Map(Name, Text.Null().Array[1, 3].Select(v => (IReadOnlyList<string?>)v))),
        Gen.Select(HeaderValues, Body, MatchingRules, Generators)).Select((line, rest) => new Request
        {
            Method = line.Item1.ToUpperInvariant(),
            Path = "/" + line.Item2,
            Query = line.Item3,
            Headers = WithType(rest.Item1, rest.Item2.Header),
            Body = rest.Item2.Body,
            MatchingRules = rest.Item3,
            Generators = rest.Item4 with { Status = null },
        });

    private Gen<Response> Response => Gen.Select(Gen.Int[100, 599], HeaderValues, Body, MatchingRules, Generators).Select((status, headers, body, rules, generators) => new Response
    {
        Status = status,
        Headers = WithType(headers, body.Header),
        Body = body.Body,
        MatchingRules = rules with { Status = rules.Path, Path = null },
        Generators = generators with { Path = null },
    });

    private Gen<MessageContents> Contents => Gen.Select(Map(Token.Select(t => "m" + t), Json), Body, MatchingRules, Generators).Select((metadata, body, rules, generators) => new MessageContents
    {
        Contents = body.Body,
        Metadata = body.Header is null ? metadata : new Dictionary<string, JsonElement>(metadata) { ["contentType"] = JsonSerializer.SerializeToElement(body.Header) },
        MatchingRules = rules with { Path = null, Metadata = rules.Query, Query = NoRules.Query, Headers = NoRules.Headers },
        Generators = generators with { Path = null, Status = null, Metadata = generators.Query, Query = GeneratorSet.None.Query, Headers = GeneratorSet.None.Headers },
    });

    private Gen<IReadOnlyList<ProviderState>> States => specification < PactSpecification.V3
        ? Name.Array[0, 1].Select(names => (IReadOnlyList<ProviderState>)[.. names.Select(n => new ProviderState(n))])
        : Gen.Select(Name, Map(Name, Json)).Array[0, 2].Select(states => (IReadOnlyList<ProviderState>)[.. states.Select(s => new ProviderState(s.Item1) { Params = s.Item2 })]);

    private Gen<Interaction> Http => Gen.Select(Text, States, Request, Response)
        .Select((description, states, request, response) => (Interaction)new HttpInteraction { Description = description, ProviderStates = states, Request = request, Response = response });

    private Gen<Interaction> Message => Gen.Select(Text, States, Contents)
        .Select((description, states, contents) => (Interaction)new AsynchronousMessage { Description = description, ProviderStates = states, Contents = contents });

    private Gen<Interaction> Synchronous => Gen.Select(Text, States, Contents, Contents.Array[0, 2])
        .Select((description, states, request, response) => (Interaction)new SynchronousMessage { Description = description, ProviderStates = states, Request = request, Response = response });

    private static Gen<Interaction> WithV4(Gen<Interaction> interactions) => Gen.Select(interactions, Token.Null(), Gen.Bool, Map(Token.Select(t => "c" + t), Text.Where(t => t.Length > 0)))
        .Select((interaction, key, pending, comments) => interaction with
        {
            Key = key,
            Pending = pending,
            Comments = comments.ToDictionary(c => c.Key, c => JsonSerializer.SerializeToElement(c.Value)),
            Transport = key,
        });

    private Gen<Interaction[]> Interactions => specification switch
    {
        PactSpecification.V4 => WithV4(Gen.OneOf(Http, Message, Synchronous)).Array[0, 3],
        PactSpecification.V3 => Gen.OneOf(Http.Array[0, 3], Message.Array[0, 3]),
        _ => Http.Array[0, 3],
    };

    public Gen<Pact> Pact => Gen.Select(Text, Text, Interactions, Map(Token.Select(t => "t" + t), Json)).Select((consumer, provider, interactions, metadata) => new Pact
    {
        Consumer = consumer,
        Provider = provider,
        Specification = specification,
        Interactions = interactions,
        Metadata = metadata,
        UnknownMembers = metadata,
    });
}
