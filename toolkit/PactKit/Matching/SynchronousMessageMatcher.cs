using System.Globalization;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares the answers to a synchronous message, and the message itself, with one expected exchange.</summary>
public sealed class SynchronousMessageMatcher
{
    private readonly MessageMatcher _request;
    private readonly MessageMatcher[] _responses;

    /// <summary>Prepares the comparison. Nothing in the rules makes this throw.</summary>
    public SynchronousMessageMatcher(SynchronousMessage expected, MatchingOptions? options = null)
    {
        Expected = expected;
        _request = new MessageMatcher(expected.Request, options);
        _responses = [.. expected.Response.Select(r => new MessageMatcher(r, options))];
    }

    /// <summary>The exchange others are compared with.</summary>
    public SynchronousMessage Expected { get; }

    /// <summary>All differences of the message that asks.</summary>
    public IReadOnlyList<Mismatch> MatchRequest(MessageContents actual) => _request.Match(actual);

    /// <summary>All differences of the messages that answer: as many as expected, each compared with the one at its place.</summary>
    public IReadOnlyList<Mismatch> MatchResponses(IReadOnlyList<MessageContents> actual)
    {
        var mismatches = new List<Mismatch>();
        if (actual.Count != _responses.Length)
        {
            var (expected, received) = (Text(_responses.Length), Text(actual.Count));
            mismatches.Add(new ResponseCountMismatch(_responses.Length, actual.Count)
            {
                Description = $"Expected a message with {expected} responses, but the actual response had {received}",
            });
        }

        for (var i = 0; i < Math.Min(actual.Count, _responses.Length); i++) mismatches.AddRange(_responses[i].Match(actual[i]));
        return mismatches;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
