using System.Text;
using System.Xml;
using System.Xml.Linq;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactNet;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// Rules for places in an XML document, named by simple paths: <c>/user/name</c> is the text of an element, <c>/user/@id</c> an attribute, and
/// <c>/users/user/*</c> the elements of that name themselves, which may then be more or fewer. Elements of a namespace are
/// <c>{http://example.org}name</c>.
/// </summary>
public sealed class XmlRules
{
    private readonly XDocument _document;
    private readonly PactConfig _config;
    private readonly Dictionary<string, RuleList> _rules = [];
    private readonly Dictionary<string, Generator> _generators = [];

    private XmlRules(XDocument document, PactConfig config) => (_document, _config) = (document, config);

    /// <summary>A rule for one place. The example is what the document has there; that of the matcher is not used.</summary>
    /// <exception cref="ArgumentException">The document has no such place.</exception>
    public XmlRules Add(string path, IMatcher matcher)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(matcher);
        var value = IntegrationJson.Value(Bodies.Serialize(matcher, _config).GetRawText());
        if (!value.IsSuccess) throw new ArgumentException($"The matcher for {path} makes no sense: {value.Error}", nameof(matcher));
        var place = Place(path);
        if (value.Rules is { Rules.Count: > 0 } rules) _rules[place] = rules;
        if (value.Generator is { } generator) _generators[place] = generator;
        return this;
    }

    internal static XDocument Parse(string xml)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(xml);
        try
        {
            return XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            throw new ArgumentException($"The body is not XML: {fault.Message}", nameof(xml), fault);
        }
    }

    internal static BodyDraft Body(XDocument document, Action<XmlRules>? configure, string contentType, PactConfig config)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is null) throw new ArgumentException("The document has no element.", nameof(document));
        var rules = new XmlRules(document, config);
        configure?.Invoke(rules);
        var text = document.Declaration is null ? document.ToString(SaveOptions.DisableFormatting)
            : $"{document.Declaration}{document.ToString(SaveOptions.DisableFormatting)}";
        return BodyDraft.OfBytes(Encoding.UTF8.GetBytes(text), contentType) with { Rules = rules._rules, Generators = rules._generators };
    }

    private string Place(string path)
    {
        var steps = Steps(path);
        List<XElement> elements = [];
        var place = PathText.Root;
        foreach (var (number, step) in steps.Index())
        {
            if (number > 0 && number == steps.Count - 1 && step == "*") return place;
            if (number > 0 && step.StartsWith('@')) return Attribute(path, elements, step, place, isLast: number == steps.Count - 1);
            XName name = step;
            elements = number == 0 ? [.. _document.Elements(name)] : [.. elements.Elements(name)];
            if (elements.Count == 0) throw Missing(path, step);
            place = PathText.AppendField(place, name.NamespaceName.Length == 0 ? name.LocalName : $"{name.NamespaceName}:{name.LocalName}");
        }

        return PathText.AppendField(place, "#text");
    }

    private static string Attribute(string path, List<XElement> elements, string step, string place, bool isLast)
    {
        if (!isLast) throw new ArgumentException($"The path {path} goes on after an attribute, which holds nothing.", nameof(path));
        if (!elements.Exists(element => element.Attribute(step[1..]) is not null)) throw Missing(path, step);
        return PathText.AppendField(place, step);
    }

    // A slash inside the braces of a namespace separates nothing.
    private static List<string> Steps(string path)
    {
        if (!path.StartsWith('/')) throw new ArgumentException($"The path {path} does not begin with a slash: write it from the root, as in /user/@id.", nameof(path));
        var (steps, start, depth) = (new List<string>(), 1, 0);
        for (var at = 1; at <= path.Length; at++)
        {
            if (at < path.Length && path[at] == '{') depth++;
            else if (at < path.Length && path[at] == '}') depth--;
            if (at < path.Length && (path[at] != '/' || depth > 0)) continue;
            if (at == start) throw new ArgumentException($"The path {path} has an empty step.", nameof(path));
            steps.Add(path[start..at]);
            start = at + 1;
        }

        return steps;
    }

    private static ArgumentException Missing(string path, string step) =>
        new($"The document has no {path}: there is no {(step.StartsWith('@') ? "attribute" : "element")} {step} at that place.", nameof(path));
}
