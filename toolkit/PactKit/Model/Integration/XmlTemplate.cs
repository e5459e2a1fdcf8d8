using System.Text;
using System.Text.Json;
using System.Xml;
using PactKit.Model.Json;
using PactKit.Model.Reading;

namespace PactKit.Model.Integration;

/// <summary>
/// Takes an XML document apart that is described as JSON, as the XML builders of other DSLs hand it over: <c>root</c> is an element with
/// <c>name</c>, <c>attributes</c> and <c>children</c>; a child is an element, a text with <c>content</c>, or a matcher around an element. The
/// document is written as the official engine writes it: attributes sorted, single quotes, no blanks between elements.
/// </summary>
internal sealed class XmlTemplate
{
    private const string Root = "root";
    private const string Name = "name";
    private const string Attributes = "attributes";
    private const string Children = "children";
    private const string Content = "content";
    private const string Value = "value";
    private const string Examples = "examples";
    private const int Longest = 10_000_000;
    private readonly ReadLog _log = new();
    private readonly IntegrationCollector _collector;
    private readonly StringBuilder _xml = new("<?xml version='1.0'?>");

    private XmlTemplate() => _collector = new IntegrationCollector(_log);

    /// <summary>Whether the JSON describes a document at all.</summary>
    public static bool IsOne(JsonElement json) => json.TryMember(Root, out _);

    /// <summary>The document with its rules and generators, or what makes no sense in its description, and where.</summary>
    public static IntegrationResult Read(JsonElement json)
    {
        var template = new XmlTemplate();
        var log = template._log;
        var (root, place) = (json.GetProperty(Root), Place.Root.Field(Root));
        if (root.TryMember(Content, out _)) log.Fail(place, "a document begins with an element: put the text among its \"children\"");
        template.Element(root, PathText.Root, place);
        if (log.Error is { } fault) return new IntegrationResult { Error = $"{fault.Place}: {fault.Message}", Warnings = log.Warnings };
        return new IntegrationResult
        {
            Example = Encoding.UTF8.GetBytes(template._xml.ToString()),
            Rules = template._collector.Rules,
            Generators = template._collector.Generators,
            Warnings = log.Warnings,
        };
    }

    private void Child(JsonElement json, string path, Place place)
    {
        if (json.TryMember(Content, out var content)) Text(json, content, path, place);
        else Element(json, path, place);
    }

    private void Element(JsonElement json, string path, Place place)
    {
        if (json.TryMember(IntegrationCollector.MatcherType, out _)) Matched(json, path, place);
        else if (NameOf(json, place) is { } name) Plain(json, name, PathOf(path, name), place);
    }

    private void Matched(JsonElement json, string path, Place place)
    {
        var at = place.Field(Value);
        if (!json.TryMember(Value, out var element) || NameOf(element, at) is not { } name)
        {
            _log.Fail(at, "a matcher of elements needs the element as its \"value\"");
            return;
        }

        _collector.Note(json, PathOf(path, name), place);
        var start = _xml.Length;
        Plain(element, name, PathOf(path, name), at);
        Repeat(start, (json.CountMember(Examples) ?? 1) - 1, place.Field(Examples));
    }

    // Examples of examples multiply.
    private void Repeat(int start, int more, Place place)
    {
        var example = _xml.ToString(start, _xml.Length - start);
        if (more > (Longest - start) / example.Length) _log.Fail(place, $"so many examples make a document of more than {Longest} characters");
        for (; more > 0 && _log.Error is null; more--) _xml.Append(example);
    }

    private void Plain(JsonElement json, string name, string path, Place place)
    {
        _xml.Append('<').Append(name);
        if (json.TryMember(Attributes, out var attributes)) AddAttributes(attributes, path, place.Field(Attributes));
        if (!json.TryMember(Children, out var children) || children is { ValueKind: JsonValueKind.Array } && children.GetArrayLength() == 0)
        {
            _xml.Append("/>");
            return;
        }

        _xml.Append('>');
        AddChildren(children, path, place.Field(Children));
        _xml.Append("</").Append(name).Append('>');
    }

    private void AddAttributes(JsonElement json, string path, Place place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _log.Fail(place, $"expected an object but found {json.Kind()}");
            return;
        }

        foreach (var (name, value, _) in JsonMembers.Distinct(json, sorted: true))
        {
            var at = place.Field(name);
            if (!IsName(name, at)) continue;
            var example = value.TryMember(IntegrationCollector.MatcherType, out _) ? _collector.Take(value, $"{path}['@{name}']", at) : value;
            _xml.Append(' ').Append(name).Append("='");
            Escape(TextOf(example), quotes: true, at);
            _xml.Append('\'');
        }
    }

    private void AddChildren(JsonElement json, string path, Place place)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            _log.Fail(place, $"expected a list but found {json.Kind()}");
            return;
        }

        foreach (var (index, child) in json.EnumerateArray().Index()) Child(child, path, place.Item(index));
    }

    private void Text(JsonElement json, JsonElement content, string path, Place place)
    {
        if (json.TryMember("matcher", out var matcher)) _collector.Note(matcher, path + ".#text", place.Field("matcher"));
        Escape(TextOf(content), quotes: false, place.Field(Content));
    }

    private string? NameOf(JsonElement json, Place place)
    {
        if (json.TextMember(Name) is { } name) return IsName(name, place.Field(Name)) ? name : null;
        _log.Fail(place, "expected an element with a \"name\" or a text with \"content\"");
        return null;
    }

    private bool IsName(string name, Place place)
    {
        try
        {
            XmlConvert.VerifyName(name);
            return true;
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            _log.Fail(place, $"'{name}' is no name in XML");
            return false;
        }
    }

    // A colon or a dash needs no brackets here, as others write it; a dot does, or it would be a step.
    private static string PathOf(string path, string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':') ? $"{path}.{name}" : $"{path}['{name}']";

    private static string TextOf(object? value) => value switch
    {
        null => "",
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        JsonElement json => json.AsText(),
        _ => Encoding.UTF8.GetString(JsonPrinter.CompactBytes(value)),
    };

    private void Escape(string text, bool quotes, Place place)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < ' ' && !XmlConvert.IsXmlChar((char)rune.Value)) _log.Fail(place, $"the character U+{rune.Value:X4} cannot stand in XML");
            else if (rune.Value == '<') _xml.Append("&lt;");
            else if (rune.Value == '>') _xml.Append("&gt;");
            else if (rune.Value == '&') _xml.Append("&amp;");
            else if (quotes && rune.Value == '\'') _xml.Append("&apos;");
            else if (quotes && rune.Value == '"') _xml.Append("&quot;");
            else _xml.Append(rune.ToString());
        }
    }
}
