using System.Text.Json;

namespace PactKit.Broker.Hal;

/// <summary>What a text field may look like.</summary>
[Flags]
internal enum Text
{
    Any = 0,
    Required = 1,
    NotBlank = 2,
    SingleLine = 4,
    NoSpaces = 8,

    /// <summary>Optional, but an explicit null is refused.</summary>
    NotNull = 16,
}

/// <summary>Reads fields of a JSON object and gathers what is wrong with them. The texts are those that clients of the field know.</summary>
internal sealed class Fields(JsonElement body, Dictionary<string, List<string>> errors, string prefix = "")
{
    public const string Missing = "is missing";
    public const string Filled = "must be filled";
    public const string Blank = "cannot be blank";

    public Fields(JsonElement body) : this(body, []) { }

    public Dictionary<string, List<string>> Errors => errors;

    public bool Ok => errors.Count == 0;

    public bool Has(string name) => Find(name).ValueKind != JsonValueKind.Undefined;

    public JsonElement Find(string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : default;

    public void Fail(string name, string message)
    {
        if (!errors.TryGetValue(prefix + name, out var messages)) errors[prefix + name] = messages = [];
        if (!messages.Contains(message)) messages.Add(message);
    }

    public string? Text(string name, Text rules = Hal.Text.Any)
    {
        var value = Find(name);
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                if (rules.HasFlag(Hal.Text.Required)) Fail(name, Missing);
                return null;
            case JsonValueKind.Null:
                if (rules.HasFlag(Hal.Text.Required)) Fail(name, Filled);
                else if (rules.HasFlag(Hal.Text.NotNull)) Fail(name, "must be a string");
                return null;
            case JsonValueKind.String:
                return Check(name, value.GetString()!, rules);
            default:
                Fail(name, "must be a string");
                return null;
        }
    }

    public bool? Flag(string name, bool required = false)
    {
        var value = Find(name);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        if (value.ValueKind != JsonValueKind.Undefined) Fail(name, value.ValueKind == JsonValueKind.Null && required ? Filled : "must be boolean");
        else if (required) Fail(name, Missing);
        return null;
    }

    public Fields? Object(string name, bool required = false)
    {
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.Object) return new Fields(value, errors, $"{prefix}{name}.");
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            if (required) Fail(name, Missing);
        }
        else if (required || value.ValueKind != JsonValueKind.Null)
        {
            Fail(name, "must be a hash");
        }

        return null;
    }

    public List<JsonElement>? List(string name, bool required = false, bool allowNull = true)
    {
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray()];
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            if (required) Fail(name, Missing);
        }
        else if (required || !allowNull || value.ValueKind != JsonValueKind.Null)
        {
            Fail(name, "must be an array");
        }

        return null;
    }

    private string? Check(string name, string value, Text rules)
    {
        if (rules.HasFlag(Hal.Text.Required) && value.Length == 0)
        {
            Fail(name, Filled);
            return null;
        }

        if (rules.HasFlag(Hal.Text.NotBlank) && string.IsNullOrWhiteSpace(value)) Fail(name, Blank);
        if (rules.HasFlag(Hal.Text.SingleLine) && value.AsSpan().IndexOfAny('\n', '\r') >= 0) Fail(name, "cannot contain multiple lines");
        else if (value.Contains('\0', StringComparison.Ordinal)) Fail(name, "cannot contain a NUL character");
        if (rules.HasFlag(Hal.Text.NoSpaces) && value.Contains(' ', StringComparison.Ordinal)) Fail(name, "cannot contain spaces");
        return value;
    }
}
