using PactKit.Model;

namespace PactKit.Generators;

/// <summary>Random integers and decimals.</summary>
internal static class RandomNumbers
{
    public static GeneratedValue Integer(RandomIntGenerator generator, bool asText, Random random)
    {
        if (generator.Min > generator.Max) return GeneratedValue.Failed($"there is no integer from {generator.Min} to {generator.Max}");
        var number = GeneratedValue.Number(random.NextInt64(generator.Min, generator.Max + 1L));
        return asText ? GeneratedValue.Text(number.Json!.Value.GetRawText()) : number;
    }

    /// <summary>Exactly so many digits, with a point somewhere between them; a single digit has none.</summary>
    public static GeneratedValue Decimal(RandomDecimalGenerator generator, bool asText, Random random)
    {
        if (RandomTexts.TooLong(generator.Digits) is { } error) return GeneratedValue.Failed(error);
        var digits = string.Create(generator.Digits, random, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = (char)('0' + source.Next(i == 0 && span.Length > 1 ? 1 : 0, 10));
        });
        if (digits.Length > 1) digits = digits.Insert(random.Next(1, digits.Length), ".");
        return asText ? GeneratedValue.Text(digits) : GeneratedValue.Number(digits);
    }
}
