using PactKit.Matching.Parts;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares received requests with one expected request. Made once, used for many requests, by any number of threads.</summary>
public sealed class RequestMatcher
{
    private readonly QueryComparer _query;
    private readonly HeaderComparer _headers;

    /// <summary>Prepares the comparison; rules that cannot be understood become mismatches when they are applied, never an exception.</summary>
    public RequestMatcher(Request expected, MatchingOptions? options = null)
    {
        Expected = expected;
        Options = options ?? MatchingOptions.Default;
        _query = new QueryComparer(expected.Query);
        _headers = new HeaderComparer(expected.Headers);
    }

    public Request Expected { get; }

    internal MatchingOptions Options { get; }

    /// <summary>All differences; empty where the request is as expected.</summary>
    public IReadOnlyList<Mismatch> Match(Request actual)
    {
        var mismatches = new List<Mismatch>();
        MatchTarget(actual, mismatches);
        MatchQueryAndHeaders(actual, mismatches);
        return mismatches;
    }

    /// <summary>Method and path alone.</summary>
    internal void MatchTarget(Request actual, List<Mismatch> into)
    {
        MethodComparer.Compare(Expected.Method, actual.Method, into);
        PathComparer.Compare(Expected.Path, actual.Path, into);
    }

    internal void MatchQueryAndHeaders(Request actual, List<Mismatch> into)
    {
        _query.Compare(actual.Query, into);
        _headers.Compare(actual.Headers, into);
    }
}
