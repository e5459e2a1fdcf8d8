using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>An actual body. What it takes to read it is done once, however many expectations it is compared with. Belongs to one thread.</summary>
internal sealed class ReceivedBody(Body body, ContentType type, MatchingOptions options) : IDisposable
{
    private ParsedJson? _json;
    private ParsedXml? _xml;

    public Body Body => body;

    public ContentType Type => type;

    public ReadOnlyMemory<byte> Content => body.Content;

    public bool HasContent => body.State == BodyState.Present && !body.Content.IsEmpty;

    public ParsedJson Json => _json ??= ParsedJson.Read(body.Content, type, options);

    public ParsedXml Xml => _xml ??= ParsedXml.Read(body.Content, type, options);

    public void Dispose() => _json?.Dispose();
}
