using System.Text.Json;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>Makes one value. Which generator does what on which side is decided here and nowhere else.</summary>
internal static class ValueGenerator
{
    /// <param name="generator">What to make.</param>
    /// <param name="textExample">Whether the example is a text: then numbers are texts of digits, too.</param>
    /// <param name="context">What may be used for it.</param>
    public static GeneratedValue Generate(Generator generator, bool textExample, GeneratorContext context) => generator switch
    {
        RandomIntGenerator g => RandomNumbers.Integer(g, textExample, context.Random),
        RandomDecimalGenerator g => RandomNumbers.Decimal(g, textExample, context.Random),
        RandomHexadecimalGenerator g => RandomTexts.Hexadecimal(g, context.Random),
        RandomStringGenerator g => RandomTexts.Letters(g, context.Random),
        RandomBooleanGenerator => GeneratedValue.Of(JsonSerializer.SerializeToElement(context.Random.Next(2) == 1)),
        RegexGenerator g => RegexText.Generate(g.Regex, context.Random),
        UuidGenerator g => RandomTexts.Uuid(g, context.Random),
        DateGenerator or TimeGenerator or DateTimeGenerator => DateValues.Generate(generator, context.Time),
        ProviderStateGenerator g => context.Mode == GeneratorMode.Provider ? ProviderStateValue.Generate(g, context.ProviderState) : GeneratedValue.NotApplied,
        MockServerUrlGenerator g => context.Mode == GeneratorMode.Consumer ? MockServerUrlValue.Generate(g, context.MockServerUrl) : GeneratedValue.NotApplied,
        UnknownGenerator g => GeneratedValue.Failed($"the generator \"{g.Name}\" is not known"),
        _ => throw new ArgumentException($"A {generator.GetType()} generates nothing.", nameof(generator)),
    };
}
