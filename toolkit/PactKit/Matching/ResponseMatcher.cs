using PactKit.Matching.Bodies;
using PactKit.Matching.Parts;
using PactKit.Matching.Rules;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares received responses with one expected response. Made once, used for many responses, by any number of threads.</summary>
public sealed class ResponseMatcher
{
    private readonly List<string> _warnings = [];
    private readonly MatchingOptions _options;
    private readonly RuleGroup? _status;
    private readonly HeaderComparer _headers;
    private readonly BodyComparer _body;

    /// <summary>Prepares the comparison. Nothing in the rules makes this throw: what cannot be read is told in <see cref="Warnings"/>.</summary>
    public ResponseMatcher(Response expected, MatchingOptions? options = null)
    {
        Expected = expected;
        _options = options ?? MatchingOptions.Default;
        var rules = expected.MatchingRules;
        _status = RuleGroup.Compile(rules.Status, _options, _warnings);
        _headers = new HeaderComparer(expected.Headers, NamedRules.Compile(rules.Headers, _options, _warnings, StringComparer.OrdinalIgnoreCase));
        _body = new BodyComparer(expected.Body, expected.ContentType(), rules.Body, unexpectedKeysAllowed: true, _options, _warnings);
    }

    /// <summary>The response others are compared with.</summary>
    public Response Expected { get; }

    /// <summary>Rules that had to be left out, each with the reason.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Does now what the first comparison would have to do first.</summary>
    internal void Prepare() => _body.Prepare();

    /// <summary>All differences; empty where the response is as expected. The trace, if any, learns which rules decided.</summary>
    public IReadOnlyList<Mismatch> Match(Response actual, MatchingTrace? trace = null)
    {
        var mismatches = new List<Mismatch>();
        trace?.Named("status", "", _status);
        StatusComparer.Compare(Expected.Status, actual.Status, _status, mismatches);
        _headers.Compare(actual.Headers, mismatches, trace);
        using var body = new ReceivedBody(actual.Body, actual.ContentType(), _options);
        var typesAgree = _headers.RuleAccepts("Content-Type", actual.Headers) || ContentTypes.AreCompatible(_body.Type, body.Type);
        _body.Compare(body, typesAgree, mismatches, trace);
        return mismatches;
    }
}
