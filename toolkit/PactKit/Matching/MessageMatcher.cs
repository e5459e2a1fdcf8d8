using PactKit.Matching.Parts;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares messages with one expected message. Made once, used for many messages, by any number of threads.</summary>
public sealed class MessageMatcher
{
    private readonly MetadataComparer _metadata;

    /// <summary>Prepares the comparison; rules that cannot be understood become mismatches when they are applied, never an exception.</summary>
    public MessageMatcher(MessageContents expected, MatchingOptions? options = null)
    {
        Expected = expected;
        Options = options ?? MatchingOptions.Default;
        _metadata = new MetadataComparer(expected.Metadata);
    }

    public MessageContents Expected { get; }

    internal MatchingOptions Options { get; }

    /// <summary>All differences; empty where the message is as expected.</summary>
    public IReadOnlyList<Mismatch> Match(MessageContents actual)
    {
        var mismatches = new List<Mismatch>();
        _metadata.Compare(actual.Metadata, mismatches);
        return mismatches;
    }
}
