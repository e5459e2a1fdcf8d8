using PactKit.Matching.Parts;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares received responses with one expected response. Made once, used for many responses, by any number of threads.</summary>
public sealed class ResponseMatcher
{
    private readonly HeaderComparer _headers;

    /// <summary>Prepares the comparison; rules that cannot be understood become mismatches when they are applied, never an exception.</summary>
    public ResponseMatcher(Response expected, MatchingOptions? options = null)
    {
        Expected = expected;
        Options = options ?? MatchingOptions.Default;
        _headers = new HeaderComparer(expected.Headers);
    }

    public Response Expected { get; }

    internal MatchingOptions Options { get; }

    /// <summary>All differences; empty where the response is as expected.</summary>
    public IReadOnlyList<Mismatch> Match(Response actual)
    {
        var mismatches = new List<Mismatch>();
        StatusComparer.Compare(Expected.Status, actual.Status, mismatches);
        _headers.Compare(actual.Headers, mismatches);
        return mismatches;
    }
}
