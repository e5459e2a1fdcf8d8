using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PactNet.Matchers;

namespace PactKit;

/// <summary>
/// An object as the example: <c>Match.Like(dto)</c>. All of it is matched by type, except for the members <c>With</c> names. The serialiser
/// settings are those of the body it is in, so a pact speaks as the application does when both have the same settings.
/// </summary>
/// <typeparam name="T">Type of the example.</typeparam>
[JsonConverter(typeof(WrittenMatcherConverter))]
public sealed class ExampleMatcher<T> : IWrittenMatcher where T : notnull
{
    private readonly T _example;
    private readonly IReadOnlyList<MemberChange> _changes;

    internal ExampleMatcher(T example, IReadOnlyList<MemberChange>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        _example = example;
        _changes = changes ?? [];
    }

    /// <inheritdoc/>
    public string Type => "type";

    /// <inheritdoc/>
    public dynamic Value => _example;

    /// <summary>Matches one member in another way: <c>.With(u => u.Address.City, Match.Include("Lon"))</c>, <c>.With(o => o.Lines[0].Sku, …)</c>.</summary>
    /// <param name="member">Leads to the member: properties and indexes only.</param>
    /// <param name="matcher">Takes the member's place, its example included.</param>
    /// <exception cref="ArgumentException">The expression does not lead to a member of the example.</exception>
    public ExampleMatcher<T> With<TMember>(Expression<Func<T, TMember>> member, IMatcher matcher)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(matcher);
        return Changed(new MemberChange(MemberPath.Of(member), (_, options) => JsonSerializer.SerializeToNode(matcher, options)));
    }

    /// <summary>
    /// A list that must not be shorter than this: without it the provider may answer with an empty one. Its items are like those of the example.
    /// </summary>
    /// <param name="list">Leads to the list.</param>
    /// <param name="min">Fewest items, 1 or more.</param>
    /// <exception cref="ArgumentException">The expression does not lead to a member of the example.</exception>
    public ExampleMatcher<T> WithAtLeast<TMember>(Expression<Func<T, TMember>> list, int min)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentOutOfRangeException.ThrowIfLessThan(min, 1);
        return Changed(new MemberChange(MemberPath.Of(list), (value, _) => new JsonObject
        {
            ["pact:matcher:type"] = "type",
            ["min"] = min,
            ["value"] = value is JsonArray { Count: > 0 } ? value.DeepClone() : throw new ArgumentException($"{list} is no list with an item in it: give the example one."),
        }));
    }

    void IWrittenMatcher.Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        var value = JsonSerializer.SerializeToNode(_example, _example.GetType(), options);
        // The deepest first: what a change replaces is not looked into again.
        foreach (var change in _changes.OrderByDescending(change => change.Path.Count)) change.Apply(value, options);
        new JsonObject { ["pact:matcher:type"] = Type, ["value"] = value }.WriteTo(writer, options);
    }

    private ExampleMatcher<T> Changed(MemberChange change) => new(_example, [.. _changes, change]);
}
