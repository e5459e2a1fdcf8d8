using PactKit.Matching.Bodies;
using PactKit.Matching.Parts;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares received requests with one expected request. Made once, used for many requests, by any number of threads.</summary>
public sealed class RequestMatcher
{
    private readonly List<string> _warnings = [];
    private readonly MatchingOptions _options;
    private readonly RuleGroup? _method;
    private readonly RuleGroup? _path;
    private readonly QueryComparer _query;
    private readonly HeaderComparer _headers;
    private readonly BodyComparer _body;

    /// <summary>Prepares the comparison. Nothing in the rules makes this throw: what cannot be read is told in <see cref="Warnings"/>.</summary>
    public RequestMatcher(Request expected, MatchingOptions? options = null)
    {
        Expected = expected;
        _options = options ?? MatchingOptions.Default;
        var rules = expected.MatchingRules;
        _method = RuleGroup.Compile(rules.Method, _options, _warnings);
        _path = RuleGroup.Compile(rules.Path, _options, _warnings);
        _query = new QueryComparer(expected.Query, NamedRules.Compile(rules.Query, _options, _warnings));
        _headers = new HeaderComparer(expected.Headers, NamedRules.Compile(rules.Headers, _options, _warnings, StringComparer.OrdinalIgnoreCase));
        _body = new BodyComparer(expected.Body, expected.ContentType(), rules.Body, unexpectedKeysAllowed: false, _options, _warnings);
    }

    /// <summary>The request others are compared with.</summary>
    public Request Expected { get; }

    /// <summary>Rules that had to be left out, each with the reason.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Method and path decide by equality, so that an index can find this expectation.</summary>
    internal bool IsLiteral => _method is null && _path is null;

    /// <summary>How much there is that can agree: what a full match scores.</summary>
    internal int FullScore => 2 + Expected.Query.Count + Expected.Headers.Count + (_body.Expects ? 1 : 0);

    /// <summary>All differences; empty where the request is as expected. The trace, if any, learns which rules decided.</summary>
    public IReadOnlyList<Mismatch> Match(Request actual, MatchingTrace? trace = null)
    {
        using var body = Receive(actual, _options);
        return Match(actual, body, trace);
    }

    internal static ReceivedBody Receive(Request actual, MatchingOptions options) => new(actual.Body, actual.ContentType(), options);

    internal List<Mismatch> Match(Request actual, ReceivedBody body, MatchingTrace? trace = null)
    {
        var mismatches = new List<Mismatch>();
        MatchTarget(actual, mismatches, trace);
        MatchQueryAndHeaders(actual, mismatches, trace);
        var typesAgree = _headers.RuleAccepts("Content-Type", actual.Headers) || ContentTypes.AreCompatible(_body.Type, body.Type);
        _body.Compare(body, typesAgree, mismatches, trace);
        return mismatches;
    }

    /// <summary>Method and path alone.</summary>
    internal void MatchTarget(Request actual, List<Mismatch> into, MatchingTrace? trace = null)
    {
        trace?.Named("method", "", _method);
        MethodComparer.Compare(Expected.Method, actual.Method, _method, into);
        trace?.Named("path", "", _path);
        PathComparer.Compare(Expected.Path, actual.Path, _path, into);
    }

    internal void MatchQueryAndHeaders(Request actual, List<Mismatch> into, MatchingTrace? trace = null)
    {
        _query.Compare(actual.Query, into, trace);
        _headers.Compare(actual.Headers, into, trace);
    }
}
