using System.Globalization;
using System.Text.Json;
using PactKit.Matching.Paths;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Generators;

/// <summary>One application of generators to a part: the context, and what could not be generated.</summary>
internal sealed class GeneratorRun(GeneratorContext context)
{
    private readonly List<string> _warnings = [];

    public GeneratorContext Context => context;

    public IReadOnlyList<string> Warnings => _warnings;

    public void Warn(string place, string reason) => _warnings.Add($"The example of {place} was used as it is: {reason}");

    /// <summary>A value for a place in a JSON document; the example where there is none.</summary>
    public object? Json(Generator generator, object? example, string place)
    {
        var isText = example is JsonElement { ValueKind: JsonValueKind.String };
        return Generate(generator, isText, place) is { } value ? value : example;
    }

    /// <summary>A value for a place that holds text; null where the example stays.</summary>
    public string? Text(Generator generator, string place) => Generate(generator, textExample: true, place)?.AsText();

    /// <summary>A number for a status; null where the example stays.</summary>
    public int? Number(Generator generator, string place)
    {
        if (Generate(generator, textExample: false, place) is not { } value) return null;
        if (int.TryParse(value.AsText(), CultureInfo.InvariantCulture, out var number)) return number;
        Warn(place, $"{JsonPrinter.Compact(value)} is not a whole number");
        return null;
    }

    /// <summary>The tokens of a generator's path, or null with a warning.</summary>
    public PathToken[]? Path(string path)
    {
        if (PathExpression.TryParse(path, out var expression, out var error)) return [.. expression.Tokens];
        Warn(path, error);
        return null;
    }

    private JsonElement? Generate(Generator generator, bool textExample, string place)
    {
        var value = ValueGenerator.Generate(generator, textExample, context);
        if (value.Error is not null) Warn(place, value.Error);
        return value.Json;
    }
}
