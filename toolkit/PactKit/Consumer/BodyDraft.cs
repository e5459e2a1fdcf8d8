using System.Text;
using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Integration;

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

    /// <summary>JSON with matchers in it.</summary>
    /// <exception cref="ArgumentException">A matcher makes no sense; the message says where it is.</exception>
    public static BodyDraft OfJson(IntegrationResult taken, string contentType)
    {
        if (!taken.IsSuccess) throw new ArgumentException($"The body holds a matcher that makes no sense. {taken.Error}");
        foreach (var (place, list) in taken.Rules)
        {
            if (list.Rules.Any(static rule => rule is StatusCodeRule))
                throw new ArgumentException($"Match.Status cannot stand in a body, and is at {place}: pass it to WithStatus of the response.");
        }

        return OfBytes(taken.Example, contentType) with { Rules = taken.Rules, Generators = taken.Generators };
    }

    /// <summary>
    /// A text as the body. In JSON that somebody wrote by hand, matchers count as they do everywhere else; XML may be described as JSON, as other
    /// DSLs do.
    /// </summary>
    /// <exception cref="ArgumentException">Something that is described in it makes no sense.</exception>
    public static BodyDraft OfText(string text, string contentType)
    {
        _ = ContentType.TryParse(contentType, out var type);
        if (type is { IsXml: true } && Template(text) is { } template) return OfXmlTemplate(template, contentType);
        if (type is not { IsJson: true } || !text.Contains("\"pact:matcher:type\"", StringComparison.Ordinal)) return OfBytes(Encoding.UTF8.GetBytes(text), contentType);
        try
        {
            return OfJson(IntegrationJson.Body(JsonElement.Parse(text)), contentType);
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"The body holds matchers and is not JSON: {fault.Message}", nameof(text), fault);
        }
    }

    // Anything else that begins with a brace is no XML either, and stays the text it is.
    private static JsonElement? Template(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{')) return null;
        try
        {
            return JsonElement.Parse(text) is var json && XmlTemplate.IsOne(json) ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An XML document that is described as JSON, with matchers in it.
    private static BodyDraft OfXmlTemplate(JsonElement json, string contentType)
    {
        var taken = XmlTemplate.Read(json);
        if (!taken.IsSuccess) throw new ArgumentException($"The XML document that is described as JSON makes no sense. {taken.Error}", nameof(json));
        return OfBytes(taken.Example, contentType) with { Rules = taken.Rules, Generators = taken.Generators };
    }
}
