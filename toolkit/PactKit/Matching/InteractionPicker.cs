using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Finds the interaction a received request belongs to. Made once for the interactions of a mock server; safe for any number of threads.</summary>
public sealed class InteractionPicker
{
    private readonly RequestMatcher[] _matchers;

    public InteractionPicker(IEnumerable<HttpInteraction> interactions, MatchingOptions? options = null)
    {
        Interactions = [.. interactions];
        _matchers = [.. Interactions.Select(i => new RequestMatcher(i.Request, options))];
    }

    public IReadOnlyList<HttpInteraction> Interactions { get; }

    /// <summary>A full match before a partial one, then the one in which more agrees, then the earlier one.</summary>
    public InteractionPick Pick(Request actual)
    {
        (int Index, int Score, IReadOnlyList<Mismatch> Mismatches)? best = null;
        for (var i = 0; i < _matchers.Length; i++)
        {
            var mismatches = _matchers[i].Match(actual);
            if (mismatches.Count == 0) return new MatchedInteraction(Interactions[i], i);
            if (best is null || -mismatches.Count > best.Value.Score) best = (i, -mismatches.Count, mismatches);
        }

        if (best is not { } found) return new UnexpectedRequest(null, -1, []);
        return found.Mismatches.Any(m => m is MethodMismatch or PathMismatch)
            ? new UnexpectedRequest(Interactions[found.Index], found.Index, found.Mismatches)
            : new MismatchedRequest(Interactions[found.Index], found.Index, found.Mismatches);
    }
}
