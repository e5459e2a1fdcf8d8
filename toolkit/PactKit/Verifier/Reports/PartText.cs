using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PactKit.Matching.Bodies;
using PactKit.Model;
using PactKit.Model.Json;
using PactKit.Wire;

namespace PactKit.Verifier.Reports;

/// <summary>Requests, responses and messages as people write them down: a first line, headers, the body below.</summary>
internal static class PartText
{
    private const int LongestBody = 20_000;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Request request) => Join(
        $"{request.Method} {request.Path}{RequestTarget.WriteQuery(request.Query)}",
        request.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"),
        BodyOf(request.Body, request.ContentType()));

    public static string Of(Response response) => Join(
        response.Status.ToString(CultureInfo.InvariantCulture),
        response.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"),
        BodyOf(response.Body, response.ContentType()));

    public static string Of(MessageContents message) => Join(
        null, message.Metadata.Select(entry => $"{entry.Key}: {entry.Value.AsText()}"), BodyOf(message.Contents, message.ContentType()));

    /// <summary>A line per place: where, and the names of the rules. Empty where there are none.</summary>
    public static string Of(MatchingRules rules)
    {
        var lines = new List<string>();
        if (rules.Status is { } status) lines.Add($"status: {Names(status)}");
        lines.AddRange(rules.Headers.Select(rule => $"header {rule.Key}: {Names(rule.Value)}"));
        lines.AddRange(rules.Metadata.Select(rule => $"metadata {rule.Key}: {Names(rule.Value)}"));
        lines.AddRange(rules.Body.Select(rule => $"{rule.Key}: {Names(rule.Value)}"));
        return string.Join('\n', lines);
    }

    private static string Names(RuleList list) =>
        string.Join(list.Combine == RuleCombination.Or ? " or " : ", ", list.Rules.Select(rule => rule is RegexRule regex ? $"regex {regex.Pattern}" : RuleNames.Of(rule)));

    private static string Join(string? first, IEnumerable<string> headers, string body)
    {
        var head = string.Join('\n', first is null ? headers : headers.Prepend(first));
        return body.Length == 0 || head.Length == 0 ? head + body : $"{head}\n\n{body}";
    }

    private static string BodyOf(Body body, ContentType type)
    {
        if (body.State == BodyState.Null) return "null";
        if (body.State != BodyState.Present) return "";
        var text = type.IsJson || type.IsXml || type.IsText || type.IsForm ? BodyText.TryRead(body.Content, type) : null;
        if (text is null) return string.Create(CultureInfo.InvariantCulture, $"({type}, {body.Content.Length:N0} bytes)");
        if (type.IsJson && JsonText.TryParseBody(Encoding.UTF8.GetBytes(text), out var json)) text = Pretty(json);
        return text.Length <= LongestBody
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestBody)}\n… ({text.Length - LongestBody:N0} more characters)");
    }

    private static string Pretty(JsonElement json)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Indented)) json.WriteTo(writer);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
