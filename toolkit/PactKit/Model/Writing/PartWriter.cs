using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Writes a request, a response or a message in the form of one version of the specification.</summary>
internal sealed class PartWriter(PactSpecification specification, Action<string> warn)
{
    public JsonMap Request(Request request)
    {
        var map = new JsonMap { ["method"] = request.Method, ["path"] = request.Path };
        if (request.Query.Count > 0) map["query"] = specification >= PactSpecification.V3 ? Query(request.Query) : QueryString.Write(request.Query);
        map.With("headers", Headers(request.Headers));
        AddBody(map, "body", request.Body, PartContentType.Declared(request.Headers));
        AddRules(map, request.MatchingRules, request.Generators);
        return map;
    }

    public JsonMap Response(Response response)
    {
        var map = new JsonMap { ["status"] = response.Status };
        map.With("headers", Headers(response.Headers));
        AddBody(map, "body", response.Body, PartContentType.Declared(response.Headers));
        AddRules(map, response.MatchingRules, response.Generators);
        return map;
    }

    /// <summary>Adds the members of a message to <paramref name="map"/>, which is the interaction itself for asynchronous ones.</summary>
    public JsonMap Message(MessageContents message, JsonMap map)
    {
        var metadata = new JsonMap(message.Metadata);
        var declared = PartContentType.Declared(message.Metadata);
        if (specification != PactSpecification.V4 && declared is null && message.Contents.ContentType is { } type)
        {
            metadata["contentType"] = type.ToString();
            declared = type;
        }

        map.With("metadata", metadata);
        AddBody(map, "contents", message.Contents, declared);
        AddRules(map, message.MatchingRules, message.Generators);
        return map;
    }

    private void AddBody(JsonMap map, string name, Body body, ContentType? declared)
    {
        if (specification == PactSpecification.V4) map.With(name, BodyWriter.Write(body, declared));
        else if (body.State != BodyState.Missing) map[name] = BodyWriter.WriteRaw(body, declared, warn);
    }

    private static JsonMap Query(IReadOnlyDictionary<string, IReadOnlyList<string?>> query)
    {
        var map = new JsonMap();
        foreach (var (name, values) in query) map[name] = values;
        return map;
    }

    private JsonMap Headers(IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        var map = new JsonMap();
        foreach (var (name, values) in headers) map[name] = specification == PactSpecification.V4 ? values : string.Join(", ", values);
        return map;
    }

    private void AddRules(JsonMap map, MatchingRules rules, GeneratorSet generators)
    {
        if (specification < PactSpecification.V3)
        {
            var flat = FlatRuleWriter.Write(rules, warn);
            if (specification == PactSpecification.V2) map.With("matchingRules", flat);
            else if (flat.Count > 0) warn("V1 holds no matching rules; they were left out");
            if (!generators.IsEmpty) warn("generators came with V3; they were left out");
        }
        else
        {
            map.With("matchingRules", RuleWriter.Write(rules)).With("generators", GeneratorWriter.Write(generators));
        }

        if (specification is PactSpecification.V2 or PactSpecification.V3) WarnOfLaterRules(rules);
    }

    // Such rules fit the file and are understood by the engines in use, so they are worth more written than left out.
    private void WarnOfLaterRules(MatchingRules rules)
    {
        var lists = rules.Body.Values.Concat(rules.Headers.Values).Concat(rules.Query.Values).Concat(rules.Metadata.Values)
            .Append(rules.Path).Append(rules.Status).Append(rules.Method);
        var later = lists.SelectMany(list => list?.Rules ?? []).Where(rule => RuleNames.Since(rule) > specification);
        foreach (var group in later.GroupBy(RuleNames.Of).OrderBy(g => g.Key, StringComparer.Ordinal))
            warn($"the rule \"{group.Key}\" came with {RuleNames.Since(group.First())}; readers that only know {specification} may not understand it");
    }
}
