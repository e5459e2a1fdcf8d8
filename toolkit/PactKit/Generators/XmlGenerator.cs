using System.Text;
using System.Xml;
using System.Xml.Linq;
using PactKit.Matching.Paths;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>
/// Applies generators to XML. The path of an element is the names from the root down; it stands for the element's text, as <c>#text</c> below
/// it does, and <c>@name</c> for an attribute.
/// </summary>
internal static class XmlGenerator
{
    /// <summary>Null, with a warning, where the body is not XML. Document types are refused: nothing is ever fetched or expanded.</summary>
    public static byte[]? Apply(ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, Generator> generators, GeneratorRun run)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            foreach (var (path, generator) in generators)
                if (run.Path(path) is [{ Kind: PathTokenKind.Root }, .. var names]) Set(document, names, path, generator, run);
            return Write(document);
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            run.Warn("the body", $"it could not be used as XML: {fault.Message}");
            return null;
        }
    }

    private static void Set(XDocument document, IReadOnlyList<PathToken> names, string path, Generator generator, GeneratorRun run)
    {
        IEnumerable<XObject> selected = [document];
        foreach (var token in names) selected = selected.SelectMany(node => Children(node, token)).ToList();
        foreach (var node in selected)
        {
            if (node is XDocument || run.Text(generator, path) is not { } value) continue;
            if (node is XAttribute attribute) attribute.Value = value;
            else SetText((XElement)node, value);
        }
    }

    // Child elements stay; only the text among them is the element's own.
    private static void SetText(XElement element, string value)
    {
        var texts = element.Nodes().OfType<XText>().ToList();
        if (!element.HasElements || texts.Count == 0)
        {
            texts.ForEach(text => text.Remove());
            element.AddFirst(new XText(value));
            return;
        }

        texts[0].Value = value;
    }

    private static IEnumerable<XObject> Children(XObject node, PathToken token)
    {
        if (token is { Kind: PathTokenKind.Field, Name: "#text" }) return [node];
        if (token is { Kind: PathTokenKind.Field, Name: ['@', .. var attribute] }) return (node as XElement)?.Attributes().Where(a => HasName(a.Name, attribute)) ?? [];
        var elements = (node as XContainer)?.Elements() ?? [];
        return token.Kind switch
        {
            PathTokenKind.Field => elements.Where(e => HasName(e.Name, token.Name)),
            PathTokenKind.Index => elements.Skip(token.Index).Take(1),
            _ => elements,
        };
    }

    private static bool HasName(XName name, string text) =>
        text == name.LocalName || (name.NamespaceName.Length > 0 && text == $"{name.NamespaceName}:{name.LocalName}");

    private static byte[] Write(XDocument document)
    {
        using var output = new MemoryStream();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = document.Declaration is null, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        using (var writer = XmlWriter.Create(output, settings)) document.Save(writer);
        return output.ToArray();
    }
}
