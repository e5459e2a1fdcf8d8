using System.Xml.Linq;
using PactKit.Consumer;
using PactKit.Model;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>Bodies PactNet has no word for, of requests and responses: forms, multipart, XML, text by a rule, bytes.</summary>
public static class BodyExtensions
{
    /// <summary>A body of any bytes, such as an image.</summary>
    /// <param name="part">The request or response.</param>
    /// <param name="body">The example.</param>
    /// <param name="contentType">Content type of the body.</param>
    /// <param name="anyOfType">Any bytes of this content type will do, by their first bytes, and not these only.</param>
    public static TPart WithBinaryBody<TPart>(this TPart part, ReadOnlyMemory<byte> body, string contentType, bool anyOfType = false) where TPart : IHttpPart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        Builders.Of(part).Part.SetBody(BinaryExample.Of(body, contentType, anyOfType), contentType);
        return part;
    }

    /// <summary>A text matched by a rule: <c>WithBody(Match.Regex("id;7", "id;\\d+"), "text/csv")</c>.</summary>
    /// <exception cref="ArgumentException">The matcher's example is no text.</exception>
    public static TPart WithBody<TPart>(this TPart part, IMatcher text, string contentType) where TPart : IHttpPart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        var source = Builders.Of(part);
        source.Part.SetBody(TextExample.Of(text, contentType, source.Config), contentType);
        return part;
    }

    /// <summary>
    /// A form (application/x-www-form-urlencoded): <c>WithFormBody(new { name = "Ada", age = Match.Regex("36", "\\d+") })</c>. A list gives one field
    /// several values.
    /// </summary>
    /// <param name="part">The request or response.</param>
    /// <param name="fields">An object or a dictionary of texts, numbers, booleans, lists of these, and matchers.</param>
    /// <exception cref="ArgumentException">The fields are no object, or a field is an object.</exception>
    public static TPart WithFormBody<TPart>(this TPart part, object fields) where TPart : IHttpPart
    {
        var source = Builders.Of(part);
        source.Part.SetBody(FormExample.Of(fields, source.Config), FormExample.ContentType);
        return part;
    }

    /// <summary>
    /// A multipart body: <c>WithMultipartBody(parts => parts.Field("title", "Holiday").File("photo", "me.png", "image/png", bytes))</c>. The
    /// boundary of the other side may be any.
    /// </summary>
    /// <param name="part">The request or response.</param>
    /// <param name="parts">Adds the parts.</param>
    /// <param name="contentType">multipart/form-data unless told.</param>
    /// <exception cref="ArgumentException">There are no parts, or two of one name.</exception>
    public static TPart WithMultipartBody<TPart>(this TPart part, Action<MultipartParts> parts, string contentType = "multipart/form-data") where TPart : IHttpPart
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        var source = Builders.Of(part);
        var made = new MultipartParts(source.Config);
        parts(made);
        var (body, type, header) = made.Build(contentType);
        source.Part.SetBody(body, type);
        if (!source.Part.Headers.Contains("Content-Type") || source.Part.Headers.Build<string>()["Content-Type"] is [var only] && only == type)
            source.Part.AddHeader("Content-Type", header);
        return part;
    }

    /// <summary>An XML body. The document is the example; rules say what may differ: <c>rules => rules.Add("/user/@id", Match.Regex("7", "\\d+"))</c>.</summary>
    /// <param name="part">The request or response.</param>
    /// <param name="document">The example.</param>
    /// <param name="rules">Adds rules, or null: then all of it counts.</param>
    /// <param name="contentType">application/xml unless told.</param>
    /// <exception cref="ArgumentException">A rule is about a place the document does not have.</exception>
    public static TPart WithXmlBody<TPart>(this TPart part, XDocument document, Action<XmlRules>? rules = null, string contentType = "application/xml")
        where TPart : IHttpPart
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        var source = Builders.Of(part);
        source.Part.SetBody(XmlRules.Body(document, rules, contentType, source.Config), contentType);
        return part;
    }

    /// <inheritdoc cref="WithXmlBody{TPart}(TPart, XDocument, Action{XmlRules}?, string)"/>
    public static TPart WithXmlBody<TPart>(this TPart part, string xml, Action<XmlRules>? rules = null, string contentType = "application/xml") where TPart : IHttpPart =>
        part.WithXmlBody(XmlRules.Parse(xml), rules, contentType);
}
