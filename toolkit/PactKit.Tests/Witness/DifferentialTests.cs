using PactKit.Matching;

namespace PactKit.Tests.Witness;

/// <summary>The same facts, the same verdicts: ours beside the official engine's.</summary>
public sealed class DifferentialTests(OfficialVerdicts official) : IClassFixture<OfficialVerdicts>
{
    private const string StatusInBody = "A rule about a status says the same wherever it stands; the official engine does not look at it in a body.";

    private const string NoRules = "Without rules the values are left to their examples; the official engine then refuses even equal ones.";

    private const string KeyOfField = "A field of a form is a text without keys, as a query parameter is, where both engines refuse the rule.";

    private const string MonthNames = "Three letters L and more are the name of the month in Java, as three letters M are.";

    private const string TwoDigits = "The hours of an offset have two digits in Java and in ISO 8601.";

    private const string FarOffset = "Offsets go up to 18 hours; the official engine stops before 12.";

    /// <summary>Where we mean to differ, each with the reason. A row that agrees again has to leave the list.</summary>
    private static readonly Dictionary<string, string> MeantToDiffer = new(VerdictDifferences.Meant)
    {
        ["min 2 at $.v over an expected empty list"] = "Where a minimum is asked for, an empty example does not take it back; the JVM engine agrees with us.",
        ["notEmpty over an empty example and an empty list"] = "An empty list is empty, whatever the example; the JVM engine agrees with us.",
        ["either rule over a map"] = "OR means OR for maps as well as for values and lists.",
        ["content type text/xml of \"<a/>\""] = "application/xml and text/xml are two names of one thing.",
        ["content type application/json of \"[1]\""] = "A list is JSON; which other format a library sees in it depends on the machine.",
        ["form: a field more"] = "A response may hold more than expected, in a form as in JSON; the JVM engine agrees with us.",
        ["two parts of one name"] = "The second part of a name is compared with the second one expected, so that a body matches itself.",
        ["header: several values on one line"] = "HttpClient sends several values of a header on one line, and HTTP says that it means the same.",
        ["sibling: negative zero"] = "Minus zero is zero; the official engine reads it as a decimal number.",
        ["a year of the era of any length"] = "One letter y takes a year of any length in Java.",
        ["datetime yyyy-MM-dd HH:mm z against 2024-01-01 10:00 UTC"] = "UTC is a zone abbreviation that everybody writes.",
        ["a status rule in a body against 404"] = StatusInBody,
        ["a status rule in a body against \"x\""] = StatusInBody,
        ["eachValue without rules, [1] against [1,1]"] = NoRules,
        ["eachValue without rules, {\"a\":1} against {\"a\":1}"] = NoRules,
        ["eachValue without rules, {\"a\":1} against {\"b\":1}"] = NoRules,
        ["form of a request: eachValue without rules"] = NoRules,
        ["form of a response: eachValue without rules"] = NoRules,
        ["form of a request: eachKey at a field"] = KeyOfField,
        ["form of a response: eachKey at a field"] = KeyOfField,
        ["form of a request: eachKey at a field of another value"] = KeyOfField,
        ["form of a response: eachKey at a field of another value"] = KeyOfField,
        ["form of a response: eachKey and a key more"] = "As without the rule: a response may hold more than expected.",
        ["month LLL against feb"] = MonthNames,
        ["month LLLLL against February"] = MonthNames,
        ["month d LLL yyyy against 3 2 2024"] = MonthNames,
        ["month d LLL yyyy against 3 Feb 2024"] = MonthNames,
        ["month d LLLL yyyy against 3 February 2024"] = MonthNames,
        ["offset O against +11:00"] = "An offset without GMT before it is one as well.",
        ["offset X against +1"] = TwoDigits,
        ["offset XXX against +1:00"] = TwoDigits,
        ["offset xxx against +1:00"] = TwoDigits,
        ["offset X against +12"] = FarOffset,
        ["offset XX against +1200"] = FarOffset,
        ["offset XXX against +12:00"] = FarOffset,
        ["offset XXX against -12:00"] = FarOffset,
        ["offset XXX against +13:45"] = FarOffset,
        ["offset XXX against +18:00"] = FarOffset,
        ["offset xxx against +12:00"] = FarOffset,
        ["offset Z against +1200"] = FarOffset,
        ["offset ZZZZ against GMT+12:00"] = FarOffset,
        ["offset O against GMT+12"] = FarOffset,
    };

    public static TheoryData<string> ResponseFactNames => [.. ResponseFacts.All.Select(f => f.Name)];

    public static TheoryData<string> RequestFactNames => [.. RequestFacts.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(ResponseFactNames))]
    public async Task Both_engines_judge_the_response_alike(string fact)
    {
        OfficialCli.SkipTestWhereAbsent();
        Compare(fact, official.Responses[fact], await OurVerdicts.OfAsync(ResponseFacts.All.Single(f => f.Name == fact), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(RequestFactNames))]
    public async Task Both_engines_judge_the_request_alike(string fact)
    {
        OfficialCli.SkipTestWhereAbsent();
        Compare(fact, official.Requests[fact], await OurVerdicts.OfAsync(RequestFacts.All.Single(f => f.Name == fact), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_meant_difference_names_a_fact_and_its_reason()
    {
        var names = ResponseFacts.All.Select(f => f.Name).Concat(RequestFacts.All.Select(f => f.Name)).ToHashSet();
        Assert.All(MeantToDiffer, difference =>
        {
            Assert.Contains(difference.Key, names);
            Assert.NotEmpty(difference.Value);
        });
    }

    private static void Compare(string fact, bool official, IReadOnlyList<Mismatch> ours)
    {
        var said = ours.Count == 0 ? "we accept" : "we refuse: " + string.Join("; ", ours.Select(m => m.Description));
        var agree = official == (ours.Count == 0);
        if (MeantToDiffer.TryGetValue(fact, out var reason))
            Assert.False(agree, $"Both engines agree on \"{fact}\" now ({said}); take it off the list. It was there because: {reason}");
        else
            Assert.True(agree, $"\"{fact}\": the official engine {(official ? "accepts" : "refuses")}, {said}");
    }
}
