using System.Text;
using System.Text.Json;
using PactKit.Consumer;
using PactKit.Model;
using PactKit.Model.Integration;
using PactKit.Model.Json;
using PactNet;

namespace PactKit;

/// <summary>Fields with matchers in them, as a form.</summary>
internal static class FormExample
{
    public const string ContentType = "application/x-www-form-urlencoded";

    public static BodyDraft Of(object fields, PactConfig config)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var json = Bodies.Serialize(fields, config);
        if (json.ValueKind != JsonValueKind.Object) throw new ArgumentException("A form has named fields: pass an object, as in new { name = \"Ada\" }, or a dictionary.", nameof(fields));
        var taken = IntegrationJson.Body(json);
        if (!taken.IsSuccess) throw new ArgumentException($"The form holds a matcher that makes no sense. {taken.Error}", nameof(fields));
        if (taken.Rules.FirstOrDefault(place => place.Value.Rules.Any(rule => rule is StatusCodeRule or EachKeyRule or ArrayContainsRule or ValuesRule)) is { Key: { } place })
            throw new ArgumentException($"The rule at {place} is not about texts, and the fields of a form are: use Match.Regex or Match.Type.", nameof(fields));

        var example = JsonElement.Parse(taken.Example.Span);
        var form = QueryString.WriteForm(example.EnumerateObject().Select(field => (field.Name, Values(field))));
        return BodyDraft.OfBytes(Encoding.UTF8.GetBytes(form), ContentType) with { Rules = taken.Rules, Generators = taken.Generators };
    }

    private static IReadOnlyList<string?> Values(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Array => [.. field.Value.EnumerateArray().Select(item => Text(field.Name, item))],
        JsonValueKind.Null => [null],
        _ => [Text(field.Name, field.Value)],
    };

    private static string? Text(string name, JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? throw new ArgumentException($"The field \"{name}\" of a form is a text, a number, a boolean or a list of these, and no object.", nameof(value))
        : value.AsText();
}
