using System.Text;
using System.Text.Json;
using PactKit.Model.Json;
using PactKit.Model.Reading;

namespace PactKit.Model.Integration;

/// <summary>
/// The JSON with embedded matchers that DSLs hand over: any value may be an object with <c>pact:matcher:type</c>, its example in
/// <c>value</c>, and possibly <c>pact:generator:type</c>. Taken apart into an example, rules and generators.
/// </summary>
internal static class IntegrationJson
{
    /// <summary>Takes a JSON body apart.</summary>
    public static IntegrationResult Body(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonText.TryParse(utf8, out var document, out var error, JsonText.MaxBodyDepth))
            return new IntegrationResult { Error = $"The body is not JSON: {error}" };
        using (document) return Body(document.RootElement);
    }

    /// <summary>Takes a JSON body apart.</summary>
    public static IntegrationResult Body(JsonElement json)
    {
        var log = new ReadLog();
        var collector = new IntegrationCollector(log);
        var example = collector.Take(json, PathText.Root, Place.Root);
        if (log.Error is { } fault) return new IntegrationResult { Error = $"{fault.Place}: {fault.Message}", Warnings = log.Warnings };
        return new IntegrationResult
        {
            Example = JsonPrinter.CompactBytes(example),
            Rules = collector.Rules,
            Generators = collector.Generators,
            Warnings = log.Warnings,
        };
    }

    /// <summary>
    /// Takes the text of a path, a query, header or metadata value, or a status apart. Only a JSON object with a
    /// <c>pact:matcher:type</c> is a matcher; every other text stands for itself.
    /// </summary>
    public static IntegrationValue Value(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith('{') || !text.Contains(IntegrationCollector.MatcherType, StringComparison.Ordinal)) return Plain(text);
        if (!JsonText.TryParse(Encoding.UTF8.GetBytes(text), out var document, out _)) return Plain(text);
        using (document) return document.RootElement.TryMember(IntegrationCollector.MatcherType, out _) ? Value(Body(document.RootElement)) : Plain(text);
    }

    /// <summary>What a matcher that was taken apart stands for where a text is wanted.</summary>
    public static IntegrationValue Value(IntegrationResult taken)
    {
        if (!taken.IsSuccess) return new IntegrationValue { Error = taken.Error, Warnings = taken.Warnings };
        return new IntegrationValue
        {
            Values = Values(taken.Example.Span),
            Json = taken.Example,
            Rules = Rules(taken.Rules),
            Generator = taken.Generators.GetValueOrDefault(PathText.Root),
            Warnings = taken.Warnings,
        };
    }

    private static IntegrationValue Plain(string text) => new() { Values = [text] };

    // Values that are matchers themselves have their rules one level down, where a text has no place.
    private static RuleList Rules(IReadOnlyDictionary<string, RuleList> taken)
    {
        var rules = taken.GetValueOrDefault(PathText.Root, RuleList.Of());
        return taken.GetValueOrDefault(PathText.AppendStarIndex(PathText.Root)) is { } values
            ? rules with { Rules = [.. rules.Rules.Union(values.Rules)] }
            : rules;
    }

    private static string[] Values(ReadOnlySpan<byte> example)
    {
        // Nearly always it is a text without escapes, for which no parser needs to be loaded.
        if (example is [(byte)'"', .. var text, (byte)'"'] && text.IndexOf((byte)'\\') < 0) return [Encoding.UTF8.GetString(text)];
        var json = JsonElement.Parse(example);
        return json.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => json.Items(static value => value.AsText()),
            _ => [json.AsText()],
        };
    }
}
