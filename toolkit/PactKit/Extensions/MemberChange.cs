using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PactKit;

/// <summary>Puts something else where a member stands in the JSON of an example.</summary>
internal sealed class MemberChange(IReadOnlyList<MemberStep> path, Func<JsonNode?, JsonSerializerOptions, JsonNode?> replacement)
{
    public IReadOnlyList<MemberStep> Path { get; } = path;

    /// <exception cref="ArgumentException">The example has no such place.</exception>
    public void Apply(JsonNode? root, JsonSerializerOptions options)
    {
        var (at, way) = (root, "the example");
        foreach (var (number, step) in Path.Index())
        {
            var isLast = number == Path.Count - 1;
            var next = $"{way}.{(step.Member is null ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]") : step.Member.Name)}";
            at = at switch
            {
                JsonObject json => Enter(json, step.Member is null ? Key(step.Index) : NameOf(step, options), isLast, options, next),
                JsonArray json when step.Index is int index => Enter(json, index, isLast, options, next),
                null => throw new ArgumentException($"Nothing can be said about {next}: {way} is null. Give the example a value there."),
                _ => throw new ArgumentException($"Nothing can be said about {next}: {way} is written as {at.GetValueKind()} by the serialiser."),
            };
            way = next;
        }
    }

    private JsonNode? Enter(JsonObject json, string name, bool isLast, JsonSerializerOptions options, string way)
    {
        if (isLast) return json[name] = replacement(json[name], options);
        return json.TryGetPropertyValue(name, out var value) ? value : throw new ArgumentException($"{way} is not in the JSON of the example: the serialiser leaves it out.");
    }

    private JsonNode? Enter(JsonArray json, int index, bool isLast, JsonSerializerOptions options, string way)
    {
        if (index < 0 || index >= json.Count) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{way} is not in the example: the list has {json.Count} items."));
        return isLast ? json[index] = replacement(json[index], options) : json[index];
    }

    private static string Key(object? index) => Convert.ToString(index, CultureInfo.InvariantCulture) ?? "";

    // The serialiser itself is asked, so attributes, naming policies and contract changes all count.
    private static string NameOf(MemberStep step, JsonSerializerOptions options) =>
        options.GetTypeInfo(step.Type).Properties.FirstOrDefault(property => property.Get is not null && property.AttributeProvider is MemberInfo member && member.Name == step.Member!.Name)?.Name
        ?? throw new ArgumentException($"{step.Type.Name}.{step.Member!.Name} is not written by the serialiser in use, so no matcher can stand there.");
}
