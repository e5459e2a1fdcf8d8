using System.Globalization;
using PactKit.Model.Json;

namespace PactKit.Model.Writing;

/// <summary>Writes generators in the form of V3 and V4.</summary>
internal static class GeneratorWriter
{
    public static JsonMap Write(GeneratorSet set) => new JsonMap()
        .With("method", Single(set.Method))
        .With("path", Single(set.Path))
        .With("status", Single(set.Status))
        .With("query", Named(set.Query))
        .With("header", Named(set.Headers))
        .With("metadata", Named(set.Metadata))
        .With("body", Named(set.Body));

    public static JsonMap Named(IReadOnlyDictionary<string, Generator> generators)
    {
        var map = new JsonMap();
        foreach (var (name, generator) in generators) map[name] = Write(generator);
        return map;
    }

    public static object Write(Generator generator) => generator switch
    {
        RandomIntGenerator g => Of("RandomInt").With("min", g.Min).With("max", g.Max),
        RandomDecimalGenerator g => Of("RandomDecimal").With("digits", g.Digits),
        RandomHexadecimalGenerator g => Of("RandomHexadecimal").With("digits", g.Digits),
        RandomStringGenerator g => Of("RandomString").With("size", g.Size),
        RandomBooleanGenerator => Of("RandomBoolean"),
        RegexGenerator g => Of("Regex").With("regex", g.Regex),
        UuidGenerator g => Of("Uuid").With("format", g.Format),
        DateGenerator g => Of("Date").With("format", g.Format).With("expression", g.Expression),
        TimeGenerator g => Of("Time").With("format", g.Format).With("expression", g.Expression),
        DateTimeGenerator g => Of("DateTime").With("format", g.Format).With("expression", g.Expression),
        ProviderStateGenerator g => Of("ProviderState").With("expression", g.Expression).With("dataType", g.DataType),
        MockServerUrlGenerator g => Of("MockServerURL").With("example", g.Example).With("regex", g.Regex),
        UnknownGenerator g => g.Definition,
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A {generator.GetType()} has no form in a file."), nameof(generator)),
    };

    private static object? Single(Generator? generator) => generator is null ? null : Write(generator);

    private static JsonMap Of(string type) => new() { ["type"] = type };
}
