using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PactKit.Consumer;
using PactKit.Model;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>The parts of a multipart body.</summary>
public sealed class MultipartParts
{
    // Any boundary: each client makes its own.
    private const string AnyBoundary = ";(\\s*charset=[^;]*;)?\\s*boundary=.*";

    private const string Boundary = "PactKitBoundary7d0bc1a9e4";

    private readonly PactConfig _config;
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleList> _rules = [];

    internal MultipartParts(PactConfig config) => _config = config;

    /// <summary>A text field.</summary>
    public MultipartParts Field(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(name, null, null, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>A text field matched by a rule.</summary>
    public MultipartParts Field(string name, IMatcher value)
    {
        var (example, rules, _) = TextExample.Value(value, _config);
        if (rules is not null) _rules[PathText.AppendField(PathText.Root, name)] = rules;
        return Add(name, null, null, Encoding.UTF8.GetBytes(example));
    }

    /// <summary>A part that holds JSON, with matchers in it.</summary>
    /// <param name="name">Name of the part.</param>
    /// <param name="content">The example.</param>
    /// <param name="fileName">
    /// Name of the file, where the client sends the part as one (a browser's Blob is called <c>blob</c>). Null: a field. The matchers of a field are
    /// for this engine; others compare the text of fields as a whole.
    /// </param>
    public MultipartParts Json(string name, object? content, string? fileName = null)
    {
        var draft = BodyDraft.OfJson(Bodies.Read(content, _config.DefaultJsonSettings), Bodies.Json);
        var path = PathText.AppendField(PathText.Root, name);
        foreach (var (place, rules) in draft.Rules) _rules[path + place[1..]] = rules;
        return Add(name, fileName, Bodies.Json, draft.Body.Content);
    }

    /// <summary>A file. Its name is not compared.</summary>
    /// <param name="name">Name of the part.</param>
    /// <param name="fileName">Name of the file in the example.</param>
    /// <param name="contentType">Content type of the file.</param>
    /// <param name="content">The example.</param>
    /// <param name="anyOfType">Any file of this content type will do, by its first bytes, and not this one only.</param>
    public MultipartParts File(string name, string fileName, string contentType, ReadOnlyMemory<byte> content, bool anyOfType = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        if (anyOfType) _rules[PathText.AppendField(PathText.Root, name)] = RuleList.Of(new ContentTypeRule(contentType));
        return Add(name, fileName, contentType, content);
    }

    internal (BodyDraft Body, string ContentType, Example Header) Build(string contentType)
    {
        if (_names.Count == 0) throw new ArgumentException("A multipart body has parts: add at least one with Field, Json or File.");
        Write($"--{Boundary}--\r\n");
        var type = $"{contentType};boundary={Boundary}";
        var body = BodyDraft.OfBytes(_body.WrittenSpan.ToArray(), type) with { Rules = _rules };
        return (body, type, new Example([type], RuleList.Of(new RegexRule(Regex.Escape(contentType) + AnyBoundary))));
    }

    private MultipartParts Add(string name, string? fileName, string? contentType, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_names.Add(name)) throw new ArgumentException($"There is a part \"{name}\" already: parts are found by their names, so each needs its own.", nameof(name));
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"");
        if (fileName is not null) Write($"; filename=\"{Quoted(fileName)}\"");
        if (contentType is not null) Write($"\r\nContent-Type: {contentType}");
        Write("\r\n\r\n");
        _body.Write(content.Span);
        Write("\r\n");
        return this;
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));

    // As browsers write it: a quote or a line break would end the header's value.
    private static string Quoted(string text) =>
        text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
