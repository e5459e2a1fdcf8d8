using System.Globalization;
using System.Numerics;

namespace PactKit.Broker.Pacts;

/// <summary>
/// Numbers as Ruby's JSON library spells them. The hash of a pact is taken over that spelling, so shas and interaction ids
/// stay the same when data moves between brokers.
/// </summary>
internal static class RubyNumber
{
    private const int LargestPlainExponent = 15;
    private const int SmallestPlainExponent = 10;

    public static string Format(string literal)
    {
        if (literal.AsSpan().IndexOfAny('.', 'e', 'E') < 0) return literal == "-0" ? "0" : literal;
        var value = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value == 0) return double.IsNegative(value) ? "-0.0" : "0.0";
        if (double.IsInfinity(value)) return literal;

        // Shortest digits that read back as the same number, with the power of ten of the last digit.
        var (digits, power) = Split(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        if (IsBoundary(Math.Abs(value), digits, power)) (digits, power) = Split(Math.Abs(value).ToString("E15", CultureInfo.InvariantCulture));
        return (value < 0 ? "-" : "") + Layout(digits, power);
    }

    /// <summary>
    /// Exactly half way to the next number: reading it back gives this one only by the rule for ties, and Ruby's algorithm
    /// does not lean on that. Happens to large numbers only, 1e23 being the famous one.
    /// </summary>
    private static bool IsBoundary(double value, string digits, int power)
    {
        if (power <= 0) return false;
        var distance = BigInteger.Abs((BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, power)) - new BigInteger(value));
        return distance * 2 == new BigInteger(Math.BitIncrement(value)) - new BigInteger(value);
    }

    private static (string Digits, int Power) Split(string text)
    {
        var mantissaAndExponent = text.Split('E');
        var exponent = mantissaAndExponent.Length > 1 ? int.Parse(mantissaAndExponent[1], CultureInfo.InvariantCulture) : 0;
        var point = mantissaAndExponent[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : mantissaAndExponent[0].Length - point - 1;
        var digits = mantissaAndExponent[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        return (trimmed, exponent - fraction + (digits.Length - trimmed.Length));
    }

    private static string Layout(string digits, int power)
    {
        var exponent = power + digits.Length - 1;
        if (power >= 0 && exponent < LargestPlainExponent) return digits + new string('0', power) + ".0";
        if (power < 0 && (power > -7 || Math.Abs(exponent) < SmallestPlainExponent))
        {
            var whole = digits.Length + power;
            return whole <= 0 ? "0." + new string('0', -whole) + digits : $"{digits[..whole]}.{digits[whole..]}";
        }

        var sign = exponent < 0 ? '-' : '+';
        return $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{sign}{Math.Abs(exponent)}";
    }
}
