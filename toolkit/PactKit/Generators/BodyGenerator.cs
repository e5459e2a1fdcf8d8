using System.Text;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Generators;

/// <summary>Applies generators to a body by its type. Other types than JSON, XML and forms stay as they are.</summary>
internal static class BodyGenerator
{
    public static Body Apply(Body body, ContentType type, GeneratorSet generators, MatchingRules rules, GeneratorRun run)
    {
        if (body.Kind is not null) return PluggedGenerator.Apply(body, type, generators, run);
        if (body.State != BodyState.Present || (generators.Body.Count == 0 && !RuleGenerators.AreIn(rules.Body))) return body;
        var content = type switch
        {
            { IsJson: true } => Json(body, generators, rules, run),
            { IsXml: true } => XmlGenerator.Apply(body.Content, generators.Body, run),
            { IsForm: true } => Form(body, generators, run),
            _ => null,
        };
        return content is null ? body : Body.Of(content, body.ContentType, body.Hint);
    }

    private static byte[]? Json(Body body, GeneratorSet generators, MatchingRules rules, GeneratorRun run)
    {
        if (!JsonText.TryParseBody(body.Content, out var json))
        {
            run.Warn("the body", "it is not JSON");
            return null;
        }

        var tree = new JsonTree(json);
        var inRules = new RuleGenerators(tree, json, run);
        inRules.Apply(rules.Body);
        foreach (var (path, generator) in generators.Body)
            if (run.Path(path) is { } tokens) tree.Replace(tokens, example => run.Json(generator, example, path));
        inRules.RenameKeys();
        return JsonPrinter.CompactBytes(tree.Root);
    }

    private static byte[] Form(Body body, GeneratorSet generators, GeneratorRun run)
    {
        var fields = QueryString.Parse(Encoding.UTF8.GetString(body.Content.Span)).ToDictionary(f => f.Key, f => f.Value.ToList());
        foreach (var (path, generator) in generators.Body)
        {
            if (run.Path(path) is not [_, { Name: { Length: > 0 } name }, .. var rest] || !fields.TryGetValue(name, out var values)) continue;
            for (var i = 0; i < values.Count; i++)
                if (rest is [] or [{ Index: -1 }, ..] || rest[0].Index == i) values[i] = run.Text(generator, path) ?? values[i];
        }

        return Encoding.UTF8.GetBytes(QueryString.WriteForm(fields.Select(f => (f.Key, (IReadOnlyList<string?>)f.Value))));
    }
}
