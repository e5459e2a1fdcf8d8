using System.Text;
using System.Xml;
using PactKit.Model;

namespace PactKit.Matching.Bodies;

/// <summary>One element of an XML document with what takes part in a comparison: no comments, no instructions, no blank text.</summary>
internal sealed class XmlElementNode(string ns, string localName)
{
    /// <summary>One step of a path: the local name, with the namespace in front where there is one.</summary>
    public string Step { get; } = StepOf(ns, localName);

    public string Namespace => ns;

    public string LocalName => localName;

    public List<XmlElementNode> Children { get; } = [];

    /// <summary>By the step of a path, "@name".</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Text and CDATA, each trimmed, joined.</summary>
    public StringBuilder Text { get; } = new();

    public int ChildNodes { get; set; }

    public ElementView View => new(ns, localName, ChildNodes);

    public static string StepOf(string ns, string localName) => ns.Length == 0 ? localName : $"{ns}:{localName}";
}

/// <summary>A body read as XML, or the reason why it cannot be. Document type declarations are skipped: no entity is ever expanded or fetched.</summary>
internal sealed record ParsedXml(XmlElementNode? Root, string? Error)
{
    public static ParsedXml Read(ReadOnlyMemory<byte> content, ContentType type, MatchingOptions options)
    {
        try
        {
            using var reader = Open(content, type);
            return Read(reader, options.MaxDepth);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException)
        {
            return new ParsedXml(null, e.Message);
        }
    }

    // As text where it is UTF-8, because a declared encoding often names the one a string was in before it was sent.
    private static XmlReader Open(ReadOnlyMemory<byte> content, ContentType type)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return BodyText.TryUtf8(content, type, out var utf8, out _)
            ? XmlReader.Create(new StringReader(Encoding.UTF8.GetString(utf8.Span)), settings)
            : XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), settings);
    }

    private static ParsedXml Read(XmlReader reader, int maxDepth)
    {
        var open = new Stack<XmlElementNode>();
        XmlElementNode? root = null;
        while (reader.Read())
        {
            if (reader.Depth > maxDepth)
                return new ParsedXml(null, $"it is nested deeper than {maxDepth} levels, which is the most that is compared (MatchingOptions.MaxDepth)");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = ReadElement(reader);
                    root ??= element;
                    if (open.TryPeek(out var parent)) Add(parent, element);
                    if (!reader.IsEmptyElement) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when open.TryPeek(out var owner):
                    AddText(owner, reader.Value.Trim());
                    break;
            }
        }

        return new ParsedXml(root, root is null ? "it has no root element" : null);
    }

    private static XmlElementNode ReadElement(XmlReader reader)
    {
        var element = new XmlElementNode(reader.NamespaceURI, reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/") continue;
            element.Attributes["@" + XmlElementNode.StepOf(reader.NamespaceURI, reader.LocalName)] = reader.Value;
        }

        reader.MoveToElement();
        return element;
    }

    private static void Add(XmlElementNode parent, XmlElementNode child)
    {
        parent.Children.Add(child);
        parent.ChildNodes++;
    }

    private static void AddText(XmlElementNode owner, string text)
    {
        if (text.Length == 0) return;
        owner.Text.Append(text);
        owner.ChildNodes++;
    }
}
