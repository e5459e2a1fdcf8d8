using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using PactKit.Model;
using PactKit.Tests.Model;

namespace PactKit.Tests.Compatibility;

/// <summary>Reads what the suite's tables refer to: bodies, rules, generators, headers.</summary>
internal static class Fixtures
{
    /// <summary>"file: name", "JSON: …", "XML: …", "EMPTY", or plain text. The type is that of the cell's kind unless one is given.</summary>
    public static Body Body(string cell, string? contentType = null)
    {
        if (cell == "EMPTY") return PactKit.Model.Body.Empty with { ContentType = Type(contentType) };
        if (cell.StartsWith("JSON:", StringComparison.Ordinal)) return Text(cell[5..].Trim(), contentType ?? "application/json");
        if (cell.StartsWith("XML:", StringComparison.Ordinal)) return Text(cell[4..].Trim(), contentType ?? "application/xml");
        if (!cell.StartsWith("file:", StringComparison.Ordinal)) return Text(cell, contentType ?? "text/plain");
        var name = cell[5..].Trim();
        return name.EndsWith("-body.xml", StringComparison.Ordinal)
            ? Described(name, contentType)
            : PactKit.Model.Body.Of(Bytes(name), Type(contentType ?? TypeOf(name)));
    }

    public static MatchingRules Rules(string cell) => PactReader.ReadMatchingRules(Json(cell));

    public static GeneratorSet Generators(string cell) => PactReader.ReadGenerators(Json(cell));

    /// <summary>"JSON: …" or the name of a fixture.</summary>
    public static JsonElement Json(string cell) =>
        JsonElement.Parse(cell.StartsWith("JSON:", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(cell[5..]) : Bytes(cell.Trim()));

    /// <summary>"'Name: value', 'Other: value'".</summary>
    public static Dictionary<string, IReadOnlyList<string>> Headers(string cell)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in cell.Split("',", StringSplitOptions.TrimEntries).Select(h => h.Trim('\'')))
        {
            var pieces = line.Split(':', 2, StringSplitOptions.TrimEntries);
            var values = HeaderValues.Split(pieces[0], pieces[1]);
            headers[pieces[0]] = headers.TryGetValue(pieces[0], out var before) ? [.. before, .. values] : values;
        }

        return headers;
    }

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(ConformanceFiles.Compat, "fixtures", name));

    private static Body Described(string name, string? contentType)
    {
        var body = XDocument.Parse(Encoding.UTF8.GetString(Bytes(name)), LoadOptions.PreserveWhitespace).Root!;
        var contents = body.Element("contents")!;
        var text = contents.Value;
        var type = contentType ?? body.Element("contentType")?.Value ?? "text/plain";
        if (contents.Attribute("encoding")?.Value == "base64") return PactKit.Model.Body.Of(Convert.FromBase64String(text.Trim()), Type(type));
        return Text(contents.Attribute("eol")?.Value == "CRLF" ? text.ReplaceLineEndings("\r\n") : text, type);
    }

    private static Body Text(string text, string contentType) => PactKit.Model.Body.Of(Encoding.UTF8.GetBytes(text), Type(contentType));

    private static ContentType? Type(string? text) => ContentType.TryParse(text, out var type) ? type : null;

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".xml" => "application/xml",
        ".jpg" => "image/jpeg",
        ".pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
}
