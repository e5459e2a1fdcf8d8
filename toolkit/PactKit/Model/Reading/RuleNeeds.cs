using System.Text.Json;
using PactKit.Model.Json;

namespace PactKit.Model.Reading;

/// <summary>What a rule cannot do without.</summary>
internal static class RuleNeeds
{
    private static readonly string[] StatusClasses = ["info", "success", "redirect", "clientError", "serverError", "nonError", "error"];

    /// <summary>What a rule lacks, in words; null where it has all it needs, and where nobody knows it.</summary>
    public static string? Missing(string name, JsonElement json) => name switch
    {
        "regex" when json.ScalarMember("regex") is null => "a pattern in \"regex\"",
        "include" or "contentType" or "content-type" when json.ScalarMember("value") is null => "a text in \"value\"",
        "min" or "min-type" when json.CountMember("min") is null => "a number in \"min\"",
        "max" or "max-type" when json.CountMember("max") is null => "a number in \"max\"",
        "arrayContains" or "array-contains" when !IsArray(json, "variants") => "a list of examples in \"variants\"",
        "statusCode" or "status-code" when !IsStatus(json) => $"in \"status\" a list of numbers or one of {string.Join(", ", StatusClasses)}",
        "eachKey" or "each-key" or "eachValue" or "each-value" when json.TryMember("rules", out var rules) && rules.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) => "a list of rules in \"rules\"",
        _ => null,
    };

    public static bool IsStatusClass(string? text) => StatusClasses.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsArray(JsonElement json, string member) => json.TryMember(member, out var value) && value.ValueKind == JsonValueKind.Array;

    private static bool IsStatus(JsonElement json) => !json.TryMember("status", out var status) || status.ValueKind switch
    {
        JsonValueKind.String => IsStatusClass(status.GetString()),
        JsonValueKind.Array => status.EnumerateArray().All(code => code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out _)),
        _ => status.ValueKind == JsonValueKind.Number,
    };
}
