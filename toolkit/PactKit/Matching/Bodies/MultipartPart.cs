using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>One part of a multipart body, its transfer encoding undone. Header names compare ignoring case.</summary>
internal sealed record MultipartPart(string? Name, bool IsFile, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>What its header says, or null.</summary>
    public ContentType? DeclaredType => Headers.TryGetValue("Content-Type", out var text) && ContentType.TryParse(text, out var type) ? type : null;

    public Body Body => Body.Of(Content);

    public ContentType Type => DeclaredType ?? (Content.IsEmpty ? ContentType.Unknown : ContentType.Sniff(Content.Span));
}
