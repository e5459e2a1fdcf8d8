using PactKit.Consumer;
using PactKit.Model;

namespace PactKit;

/// <summary>Bytes as an example.</summary>
internal static class BinaryExample
{
    public static BodyDraft Of(ReadOnlyMemory<byte> bytes, string contentType, bool anyOfType)
    {
        var draft = BodyDraft.OfBytes(bytes, contentType);
        return anyOfType ? draft with { Rules = Rule(contentType, PathText.Root) } : draft;
    }

    public static Dictionary<string, RuleList> Rule(string contentType, string path) => new() { [path] = RuleList.Of(new ContentTypeRule(contentType)) };
}
