using PactKit.Model;
using PactKit.Model.Integration;

namespace PactKit.Consumer;

/// <summary>What a request and a response have in common while they are described: headers and a body.</summary>
internal sealed class PartDraft
{
    private const string ContentTypeHeader = "Content-Type";

    private readonly NamedValues _declared = new(StringComparer.OrdinalIgnoreCase);
    private string? _bodyType;
    private BodyDraft _body = BodyDraft.None;

    /// <summary>The declared headers, and the content type of the body unless one is declared.</summary>
    public NamedValues Headers
    {
        get
        {
            if (_bodyType is null || _declared.Contains(ContentTypeHeader)) return _declared;
            var headers = _declared.Copy();
            headers.Add(ContentTypeHeader, Example.Of(_bodyType));
            return headers;
        }
    }

    public Body Body => _body.Body;

    public MatchingRules Rules => new() { Headers = _declared.Rules, Body = _body.Rules };

    public GeneratorSet Generators => new() { Headers = _declared.Generators, Body = _body.Generators };

    /// <summary>The values of a list header stand on one line or on several: they are kept one by one, as they are when they are received.</summary>
    public void AddHeader(string name, Example value) =>
        _declared.Add(name, value with { Texts = [.. value.Texts.SelectMany(text => HeaderValues.Split(name, text))] });

    /// <summary>A JSON body with matchers in it.</summary>
    public void SetJson(IntegrationResult body, string contentType)
    {
        _bodyType = Spelled(contentType);
        _body = BodyDraft.OfJson(body, contentType);
    }

    /// <summary>A body that somebody else has made, with its rules and generators.</summary>
    public void SetBody(BodyDraft body, string contentType)
    {
        _bodyType = contentType;
        _body = body;
    }

    /// <summary>Text, as <see cref="BodyDraft.OfText"/> takes it. An empty one brings no content type along, as with other tools.</summary>
    /// <exception cref="ArgumentException">Something that is described in it makes no sense.</exception>
    public void SetText(string body, string contentType)
    {
        _bodyType = body.Length == 0 ? null : Spelled(contentType);
        _body = body.Length == 0 ? BodyDraft.None with { Body = Body.Empty } : BodyDraft.OfText(body, contentType);
    }

    public void SetBytes(ReadOnlyMemory<byte> body, string contentType)
    {
        _bodyType = contentType;
        _body = BodyDraft.OfBytes(body, contentType);
    }

    // The header of a type that came with its body has no blanks, in files of other tools too.
    private static string Spelled(string contentType) => ContentType.TryParse(contentType, out var type) ? type.ToString() : contentType;
}
