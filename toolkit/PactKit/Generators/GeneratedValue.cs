using System.Globalization;
using System.Text.Json;

namespace PactKit.Generators;

/// <summary>A generated value; or why there is none; or neither, where the generator has nothing to do on this side.</summary>
internal readonly record struct GeneratedValue
{
    public static GeneratedValue NotApplied => default;

    public JsonElement? Json { get; private init; }

    public string? Error { get; private init; }

    public static GeneratedValue Of(JsonElement json) => new() { Json = json };

    public static GeneratedValue Text(string text) => new() { Json = JsonSerializer.SerializeToElement(text) };

    /// <summary>A number with this spelling.</summary>
    public static GeneratedValue Number(string spelling) => new() { Json = JsonElement.Parse(spelling) };

    public static GeneratedValue Number(long number) => Number(number.ToString(CultureInfo.InvariantCulture));

    public static GeneratedValue Failed(string error) => new() { Error = error };
}
