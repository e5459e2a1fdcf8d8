using System.Globalization;
using System.Text;
using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Generators;

/// <summary>Values from provider states: text with <c>${name}</c> in it, or a bare name.</summary>
internal static class ProviderStateValue
{
    private static readonly JsonElement EmptyText = JsonElement.Parse("\"\"");

    public static GeneratedValue Generate(ProviderStateGenerator generator, IReadOnlyDictionary<string, JsonElement> values)
    {
        var found = Find(generator.Expression, values, out var error);
        return found is null ? GeneratedValue.Failed(error!) : Convert(found.Value, generator.DataType);
    }

    /// <summary>A lone placeholder keeps the JSON type of its value; everything else is text.</summary>
    private static JsonElement? Find(string expression, IReadOnlyDictionary<string, JsonElement> values, out string? error)
    {
        if (!expression.Contains("${", StringComparison.Ordinal)) return Look(expression, values, out error);
        if (expression.StartsWith("${", StringComparison.Ordinal) && expression.IndexOf('}', StringComparison.Ordinal) == expression.Length - 1)
            return Look(expression[2..^1], values, out error);

        var text = new StringBuilder();
        error = null;
        for (var at = 0; at < expression.Length;)
        {
            var open = expression.IndexOf("${", at, StringComparison.Ordinal);
            text.Append(expression.AsSpan(at..(open < 0 ? expression.Length : open)));
            if (open < 0) break;
            var close = expression.IndexOf('}', open);
            if (close < 0)
            {
                error = $"a closing brace is missing in \"{expression}\"";
                return null;
            }

            if (Look(expression[(open + 2)..close], values, out error) is not { } value) return null;
            text.Append(value.AsText());
            at = close + 1;
        }

        return JsonSerializer.SerializeToElement(text.ToString());
    }

    private static JsonElement? Look(string name, IReadOnlyDictionary<string, JsonElement> values, out string? error)
    {
        error = null;
        if (name.Length == 0) return EmptyText;
        if (values.TryGetValue(name, out var value)) return value;
        error = $"no provider state has a value \"{name}\"";
        return null;
    }

    private static GeneratedValue Convert(JsonElement value, string? dataType) => dataType?.ToUpperInvariant() switch
    {
        "STRING" => GeneratedValue.Text(value.AsText()),
        "INTEGER" => Integer(value),
        "DECIMAL" or "FLOAT" => Decimal(value),
        "BOOLEAN" => Boolean(value),
        _ => GeneratedValue.Of(value),
    };

    private static GeneratedValue Integer(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => GeneratedValue.Number(0),
        JsonValueKind.True => GeneratedValue.Number(1),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => GeneratedValue.Number(whole),
        JsonValueKind.Number when value.TryGetDecimal(out var number) && Math.Abs(number) < long.MaxValue => GeneratedValue.Number((long)number),
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) =>
            GeneratedValue.Number(parsed),
        _ => Unfit(value, "an integer"),
    };

    // A whole number gets a fraction, since that is what makes a decimal of it in JSON.
    private static GeneratedValue Decimal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => GeneratedValue.Number("0.0"),
        JsonValueKind.True => GeneratedValue.Number("1.0"),
        JsonValueKind.Number => GeneratedValue.Number(WithFraction(value.GetRawText())),
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) =>
            GeneratedValue.Number(WithFraction(parsed.ToString(CultureInfo.InvariantCulture))),
        _ => Unfit(value, "a decimal number"),
    };

    private static GeneratedValue Boolean(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => GeneratedValue.Of(value),
        JsonValueKind.Null => GeneratedValue.Of(JsonElement.Parse("false")),
        JsonValueKind.Number => GeneratedValue.Of(JsonElement.Parse(value.TryGetDecimal(out var number) && number == 0 ? "false" : "true")),
        JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => GeneratedValue.Of(JsonElement.Parse(parsed ? "true" : "false")),
        _ => Unfit(value, "a boolean"),
    };

    private static string WithFraction(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? number + ".0" : number;

    private static GeneratedValue Unfit(JsonElement value, string expected) =>
        GeneratedValue.Failed($"the value {JsonPrinter.Compact(value)} of the provider state is not {expected}");
}
