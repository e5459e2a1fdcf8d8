using System.Text.Json;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>Applies the generators of a part to its examples. What cannot be generated keeps its example and is a warning.</summary>
internal static class PartGenerator
{
    /// <summary>Whether there is any generator: of the part itself, or kept inside a matching rule of its body.</summary>
    public static bool Changes(GeneratorSet generators, MatchingRules rules) => !generators.IsEmpty || RuleGenerators.AreIn(rules.Body);

    public static Generated<Request> Apply(Request request, GeneratorContext context)
    {
        var run = new GeneratorRun(context);
        var generators = request.Generators;
        var method = generators.Method is null ? null : run.Text(generators.Method, "the method");
        var path = generators.Path is null ? null : run.Text(generators.Path, "the path");
        var part = request with
        {
            Method = method?.ToUpperInvariant() ?? request.Method,
            Path = path ?? request.Path,
            Query = Query(request.Query, generators.Query, run),
            Headers = Headers(request.Headers, generators.Headers, run),
            Body = BodyGenerator.Apply(request.Body, request.ContentType(), generators, request.MatchingRules, run),
        };
        return new Generated<Request>(part, run.Warnings);
    }

    public static Generated<Response> Apply(Response response, GeneratorContext context)
    {
        var run = new GeneratorRun(context);
        var generators = response.Generators;
        var status = generators.Status is null ? null : run.Number(generators.Status, "the status");
        var part = response with
        {
            Status = status ?? response.Status,
            Headers = Headers(response.Headers, generators.Headers, run),
            Body = BodyGenerator.Apply(response.Body, response.ContentType(), generators, response.MatchingRules, run),
        };
        return new Generated<Response>(part, run.Warnings);
    }

    public static Generated<MessageContents> Apply(MessageContents message, GeneratorContext context)
    {
        var run = new GeneratorRun(context);
        var part = message with
        {
            Metadata = Metadata(message.Metadata, message.Generators.Metadata, run),
            Contents = BodyGenerator.Apply(message.Contents, message.ContentType(), message.Generators, message.MatchingRules, run),
        };
        return new Generated<MessageContents>(part, run.Warnings);
    }

    /// <summary>Each value of a parameter is generated on its own; a parameter that is not there comes into being.</summary>
    private static IReadOnlyDictionary<string, IReadOnlyList<string?>> Query(
        IReadOnlyDictionary<string, IReadOnlyList<string?>> query, IReadOnlyDictionary<string, Generator> generators, GeneratorRun run)
    {
        if (generators.Count == 0) return query;
        var generated = new Dictionary<string, IReadOnlyList<string?>>(query);
        foreach (var (name, generator) in generators)
        {
            var place = $"the query parameter '{name}'";
            if (generated.TryGetValue(name, out var values)) generated[name] = [.. values.Select(value => run.Text(generator, place) ?? value)];
            else if (run.Text(generator, place) is { } value) generated[name] = [value];
        }

        return generated;
    }

    /// <summary>All values of a header become one; a header that is not there comes into being.</summary>
    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Headers(
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers, IReadOnlyDictionary<string, Generator> generators, GeneratorRun run)
    {
        if (generators.Count == 0) return headers;
        var generated = new Dictionary<string, IReadOnlyList<string>>(headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, generator) in generators)
            if (run.Text(generator, $"the header '{name}'") is { } value) generated[name] = [value];
        return generated;
    }

    private static IReadOnlyDictionary<string, JsonElement> Metadata(
        IReadOnlyDictionary<string, JsonElement> metadata, IReadOnlyDictionary<string, Generator> generators, GeneratorRun run)
    {
        if (generators.Count == 0) return metadata;
        var generated = new Dictionary<string, JsonElement>(metadata);
        foreach (var (name, generator) in generators)
        {
            object? example = metadata.TryGetValue(name, out var value) ? value : null;
            if (run.Json(generator, example, $"the metadata '{name}'") is JsonElement made) generated[name] = made;
        }

        return generated;
    }
}
