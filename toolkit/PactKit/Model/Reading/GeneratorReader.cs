using System.Globalization;
using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>Reads one generator object: <c>{"type": "RandomInt", "min": 1, "max": 5}</c>.</summary>
internal static class GeneratorReader
{
    /// <summary>Reads a generator whose name stands in <c>type</c>. Null, with a warning, where it is none.</summary>
    public static Generator? Read(JsonElement json, Place place, ReadLog log)
    {
        if (json.TextMember("type") is { } type) return Read(type, json, place, log);
        log.Warn(place, "the generator was ignored, because it has no \"type\"");
        return null;
    }

    /// <summary>Reads the attributes of a generator whose name is known already.</summary>
    public static Generator Read(string type, JsonElement json, Place place, ReadLog log)
    {
        var generator = Known(type, json);
        if (generator is not null) return generator;
        log.Warn(place, $"the generator \"{type}\" is not known or lacks an attribute it needs; the example will be used as it is");
        return new UnknownGenerator(type, json.Clone());
    }

    private static Generator? Known(string type, JsonElement json) => type switch
    {
        "RandomInt" => new RandomIntGenerator(Int(json, "min") ?? 0, Int(json, "max") ?? 10),
        "RandomDecimal" => new RandomDecimalGenerator(json.CountMember("digits") ?? 10),
        "RandomHexadecimal" => new RandomHexadecimalGenerator(json.CountMember("digits") ?? 10),
        "RandomString" => new RandomStringGenerator(json.CountMember("size") ?? 10),
        "RandomBoolean" => new RandomBooleanGenerator(),
        "Regex" => json.ScalarMember("regex") is { } regex ? new RegexGenerator(regex) : null,
        "Uuid" => new UuidGenerator(json.TextMember("format")),
        "Date" => new DateGenerator(json.TextMember("format"), json.TextMember("expression")),
        "Time" => new TimeGenerator(json.TextMember("format"), json.TextMember("expression")),
        "DateTime" => new DateTimeGenerator(json.TextMember("format"), json.TextMember("expression")),
        "ProviderState" => json.ScalarMember("expression") is { } expression
            ? new ProviderStateGenerator(expression, json.TextMember("dataType"))
            : null,
        "MockServerURL" => json.TextMember("regex") is { } regex ? new MockServerUrlGenerator(json.TextMember("example") ?? "", regex) : null,
        _ => null,
    };

    // The bounds of a random integer may be negative, unlike all other counts.
    private static int? Int(JsonElement json, string name) =>
        json.TryMember(name, out var value)
        && decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : null;
}
