using PactKit.Matching.Bodies;
using PactKit.Matching.Parts;
using PactKit.Model;

namespace PactKit.Matching;

/// <summary>Compares messages with one expected message. Made once, used for many messages, by any number of threads.</summary>
public sealed class MessageMatcher
{
    private readonly List<string> _warnings = [];
    private readonly MatchingOptions _options;
    private readonly MetadataComparer _metadata;
    private readonly BodyComparer _contents;

    /// <summary>Prepares the comparison. Nothing in the rules makes this throw: what cannot be read is told in <see cref="Warnings"/>.</summary>
    public MessageMatcher(MessageContents expected, MatchingOptions? options = null)
    {
        Expected = expected;
        _options = options ?? MatchingOptions.Default;
        _metadata = new MetadataComparer(expected, _options, _warnings);
        _contents = new BodyComparer(expected.Contents, expected.ContentType(), expected.MatchingRules.Body, unexpectedKeysAllowed: true, _options, _warnings);
    }

    /// <summary>The message others are compared with.</summary>
    public MessageContents Expected { get; }

    /// <summary>Rules that had to be left out, each with the reason.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>All differences; empty where the message is as expected. The trace, if any, learns which rules decided.</summary>
    public IReadOnlyList<Mismatch> Match(MessageContents actual, MatchingTrace? trace = null)
    {
        var mismatches = new List<Mismatch>();
        using var contents = new ReceivedBody(actual.Contents, actual.ContentType(), _options);
        // Where nothing is expected, contents of another type are none of its business (as the reference engine has it).
        var typesAgree = ContentTypes.AreEquivalent(_contents.Type, contents.Type);
        if (typesAgree || Expected.Contents.State == BodyState.Present) _contents.Compare(contents, typesAgree, mismatches, trace);
        _metadata.Compare(actual, mismatches, trace);
        return mismatches;
    }
}
