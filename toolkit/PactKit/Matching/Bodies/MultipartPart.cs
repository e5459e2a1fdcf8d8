using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>One part of a multipart body, its transfer encoding undone. Header names compare ignoring case.</summary>
internal sealed record MultipartPart(string? Name, bool IsFile, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>What its header says, or null.</summary>
    public ContentType? DeclaredType => Headers.TryGetValue("Content-Type", out var text) && ContentType.TryParse(text, out var type) ? type : null;

    public Body Body => Body.Of(Content);

    /// <summary>What its header says. Unlike a whole body, a part that does not say what it is, is not guessed at.</summary>
    public ContentType Type => DeclaredType ?? ContentType.Unknown;
}
