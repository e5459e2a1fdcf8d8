using System.Collections;
using System.Globalization;

namespace PactKit.Recording;

/// <summary>
/// Other values for an example, best first. Where it can be, the first and last character of a value's text differ from the example's, so that
/// a comparison of two requests shows the whole value and nothing beside it.
/// </summary>
internal static class Variations
{
    public static IReadOnlyList<object?> Of(object example) => example switch
    {
        string text => Texts.Of(text),
        bool flag => [!flag],
        char letter => [Texts.Of(letter.ToString())[0][0]],
        Enum member => [.. Enum.GetValues(member.GetType()).Cast<object>().Where(other => !other.Equals(member))],
        Guid id => [new Guid([.. id.ToByteArray().Select(octet => (byte)(octet ^ 0x11))])],
        DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => [Times.Other(example)],
        System.Numerics.BigInteger or Int128 or UInt128 or Half => [Digit(example)],
        IConvertible number => [Digit(number)],
        IDictionary => [null],
        IEnumerable list => [.. Lists.Longer(list), null],
        ValueType => [.. Members.Varied(example)],
        _ => [null, .. Members.Varied(example)],
    };

    /// <summary>A digit that is neither the first nor the last of the example: every numeric type holds it.</summary>
    private static object Digit(object example)
    {
        var text = Convert.ToString(example, CultureInfo.InvariantCulture)!;
        var digit = Enumerable.Range(2, 8).First(other => !text.StartsWith((char)('0' + other)) && !text.EndsWith((char)('0' + other)));
        return example switch
        {
            System.Numerics.BigInteger => (System.Numerics.BigInteger)digit,
            Int128 => (Int128)digit,
            UInt128 => (UInt128)digit,
            Half => (Half)digit,
            _ => Convert.ChangeType(digit, example.GetType(), CultureInfo.InvariantCulture),
        };
    }
}
