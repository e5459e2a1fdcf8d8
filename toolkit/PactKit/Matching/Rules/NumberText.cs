using System.Globalization;
using System.Numerics;
using System.Text;

namespace PactKit.Matching.Rules;

/// <summary>Compares numbers by what is written, so that neither size nor digits are ever lost.</summary>
internal static class NumberText
{
    // Reading a power of ten is quadratic in its digits; numbers of this size are only equal when they are spelled alike.
    private const int LongestCompared = 2000;

    /// <summary>Two JSON numbers of the same kind have exactly the same value.</summary>
    public static bool SameValue(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || (left.Length <= LongestCompared && right.Length <= LongestCompared && Normalise(left) == Normalise(right));

    /// <summary>The sign, the digits without zeros at either end, and the power of ten they are to be multiplied by.</summary>
    private static (bool Negative, string Digits, BigInteger Exponent) Normalise(ReadOnlySpan<byte> number)
    {
        var text = Encoding.ASCII.GetString(number);
        var negative = text.StartsWith('-');
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = mark < 0 ? BigInteger.Zero : BigInteger.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = text[(negative ? 1 : 0)..(mark < 0 ? text.Length : mark)];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) exponent -= mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? (false, "", BigInteger.Zero) : (negative, significant, exponent + digits.Length - significant.Length);
    }
}
