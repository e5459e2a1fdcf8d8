using PactKit.Model;

namespace PactKit.Matching;

/// <summary>How much a received request has in common with an expectation that it does not meet.</summary>
internal static class Likeness
{
    /// <summary>What agrees counts for, each place that differs counts against: the places are parameters, headers and paths in the body.</summary>
    public static int Score(int fullScore, IReadOnlyList<Mismatch> mismatches)
    {
        var places = mismatches.Select(PlaceOf).Distinct().Count();
        var failedParts = mismatches.Select(m => m is BodyMismatch or BodyTypeMismatch ? "body" : PlaceOf(m)).Distinct().Count();
        return fullScore - failedParts - places;
    }

    /// <summary>Between the targets alone; more is more alike.</summary>
    public static int OfTargets(Request expected, Request actual, string[] actualSegments)
    {
        var score = string.Equals(expected.Method, actual.Method, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        if (expected.Path == actual.Path) score += 1000;
        else score += Segments(expected.Path.AsSpan(), actualSegments);
        foreach (var name in expected.Query.Keys)
            if (actual.Query.ContainsKey(name)) score++;
        return score;
    }

    // Segments that are equal count most, those further to the front a little more, a differing last letter or two still counts; a different number of segments counts against.
    private static int Segments(ReadOnlySpan<char> expected, string[] actual)
    {
        var (score, index) = (0, 0);
        foreach (var range in expected.Split('/'))
        {
            if (index < actual.Length)
            {
                var wanted = expected[range];
                var received = actual[index];
                var common = wanted.CommonPrefixLength(received);
                if (wanted.SequenceEqual(received)) score += wanted.Length == 0 ? 0 : 10 + Math.Max(0, 4 - index);
                else score += 6 * common / Math.Max(wanted.Length, received.Length);
            }

            index++;
        }

        return score - (4 * Math.Abs(index - actual.Length));
    }

    private static string PlaceOf(Mismatch mismatch) => mismatch switch
    {
        MethodMismatch => "method",
        PathMismatch => "path",
        QueryMismatch query => "query " + query.Parameter,
        HeaderMismatch header => "header " + header.Key,
        BodyMismatch body => "body " + body.Path,
        _ => "body",
    };
}
