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
        _candidates = [.. Interactions.Select((interaction, index) => new Candidate(index, new RequestMatcher(interaction.Request, _options)))];
        foreach (var candidate in _candidates.Where(c => c.Matcher.IsLiteral))
        {
            var target = Target(candidate.Matcher.Expected);
            if (!_literal.TryGetValue(target, out var alike)) _literal[target] = alike = [];
            alike.Add(candidate);
        }

        _byRule = [.. _candidates.Where(c => !c.Matcher.IsLiteral)];
    }

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<HttpInteraction> Interactions { get; }

    /// <summary>A full match before a partial one, then the one in which more agrees, then the earlier one.</summary>
    public InteractionPick Pick(Request actual)
    {
        using var body = RequestMatcher.Receive(actual, _options);
        (Candidate Candidate, int Score, List<Mismatch> Mismatches)? closest = null;

        // The fullest expectations first: the first full match is then the best one.
        foreach (var candidate in OnTarget(actual).OrderByDescending(c => c.Matcher.FullScore).ThenBy(c => c.Index))
        {
            var mismatches = candidate.Matcher.Match(actual, body);
            if (mismatches.Count == 0) return new MatchedInteraction(Interactions[candidate.Index], candidate.Index);
            var score = Likeness.Score(candidate.Matcher.FullScore, mismatches);
            if (closest is null || score > closest.Value.Score || (score == closest.Value.Score && candidate.Index < closest.Value.Candidate.Index))
                closest = (candidate, score, mismatches);
        }

        return closest is { Candidate: var best, Mismatches: var differences }
            ? new MismatchedRequest(Interactions[best.Index], best.Index, differences)
            : Nearest(actual, body);
    }

    private IEnumerable<Candidate> OnTarget(Request actual) =>
        (_literal.GetValueOrDefault(Target(actual)) ?? []).Concat(_byRule.Where(c => IsOnTarget(c, actual)));

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
