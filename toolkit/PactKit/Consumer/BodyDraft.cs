using System.Text;
using System.Text.Json;
using PactKit.Model;

namespace PactKit.Consumer;

/// <summary>A body with its rules and generators.</summary>
internal sealed record BodyDraft(Body Body, IReadOnlyDictionary<string, RuleList> Rules, IReadOnlyDictionary<string, Generator> Generators)
{
    public static readonly BodyDraft None = new(Body.Missing, Empty.Rules, Empty.Generators);

    public static BodyDraft OfBytes(ReadOnlyMemory<byte> bytes, string contentType)
    {
        _ = ContentType.TryParse(contentType, out var type);
        return None with { Body = Body.Of(bytes, type) };
    }

    public static BodyDraft OfJson(JsonElement json, string contentType)
    {
        var matchers = new EmbeddedMatchers();
        var example = matchers.Resolve(json, PathText.Root);
        return OfBytes(Encoding.UTF8.GetBytes(example?.ToJsonString() ?? "null"), contentType) with { Rules = matchers.Rules };
    }
}
