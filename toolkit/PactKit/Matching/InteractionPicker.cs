using PactKit.Matching.Bodies;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>
/// Finds the interaction a received request belongs to. Made once for the interactions of a mock server; safe for any number of
/// threads. Method and path are looked up, so only interactions that share both with the request are ever compared with it.
/// </summary>
public sealed class InteractionPicker
{
    private readonly MatchingOptions _options;
    private readonly Candidate[] _candidates;
    private readonly Dictionary<string, List<Candidate>> _literal = [];
    private readonly Candidate[] _byRule;

    /// <summary>Prepares all interactions. Nothing in their rules makes this throw.</summary>
    public InteractionPicker(IEnumerable<HttpInteraction> interactions, MatchingOptions? options = null)
    {
        _options = options ?? MatchingOptions.Default;
        Interactions = [.. interactions];
        _candidates = new Candidate[Interactions.Count];
        for (var i = 0; i < _candidates.Length; i++) _candidates[i] = new Candidate(i, new RequestMatcher(Interactions[i].Request, _options));
        foreach (var candidate in _candidates)
        {
            if (!candidate.Matcher.IsLiteral) continue;
            var target = Target(candidate.Matcher.Expected);
            if (!_literal.TryGetValue(target, out var alike)) _literal[target] = alike = [];
            alike.Add(candidate);
        }

        _byRule = Array.FindAll(_candidates, static c => !c.Matcher.IsLiteral);
    }

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<HttpInteraction> Interactions { get; }

    /// <summary>A full match before a partial one, then the one in which more agrees, then the earlier one.</summary>
    public InteractionPick Pick(Request actual)
    {
        using var body = RequestMatcher.Receive(actual, _options);
        var (closest, closestScore, differences) = ((Candidate?)null, 0, new List<Mismatch>());

        foreach (var candidate in OnTarget(actual))
        {
            var mismatches = candidate.Matcher.Match(actual, body);
            if (mismatches.Count == 0) return new MatchedInteraction(Interactions[candidate.Index], candidate.Index);
            var score = Likeness.Score(candidate.Matcher.FullScore, mismatches);
            if (closest is null || score > closestScore || (score == closestScore && candidate.Index < closest.Index))
                (closest, closestScore, differences) = (candidate, score, mismatches);
        }

        return closest is null ? Nearest(actual, body) : new MismatchedRequest(Interactions[closest.Index], closest.Index, differences);
    }

    // The fullest expectations first: the first full match is then the best one.
    private List<Candidate> OnTarget(Request actual)
    {
        var found = new List<Candidate>(_literal.GetValueOrDefault(Target(actual)) ?? []);
        foreach (var candidate in _byRule) if (IsOnTarget(candidate, actual)) found.Add(candidate);
        if (found.Count > 1)
        {
            found.Sort(static (a, b) => a.Matcher.FullScore != b.Matcher.FullScore
                ? b.Matcher.FullScore.CompareTo(a.Matcher.FullScore) : a.Index.CompareTo(b.Index));
        }

        return found;
    }

    // A method holds no blank.
    private static string Target(Request request) => $"{request.Method.ToUpperInvariant()} {request.Path}";

    private static bool IsOnTarget(Candidate candidate, Request actual)
    {
        var mismatches = new List<Mismatch>();
        candidate.Matcher.MatchTarget(actual, mismatches);
        return mismatches.Count == 0;
    }

    // Only method, path and the names in the query are looked at to find the nearest; that one alone is then compared in full.
    private UnexpectedRequest Nearest(Request actual, ReceivedBody body)
    {
        if (_candidates.Length == 0) return new UnexpectedRequest(null, -1, []);
        var path = actual.Path.Split('/');
        var nearest = _candidates.MaxBy(c => Likeness.OfTargets(c.Matcher.Expected, actual, path))!;
        return new UnexpectedRequest(Interactions[nearest.Index], nearest.Index, nearest.Matcher.Match(actual, body));
    }

    private sealed record Candidate(int Index, RequestMatcher Matcher);
}
