using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace PactKit.Broker.Versions;

/// <summary>A version number by its meaning: <c>1</c>, <c>1.2</c> or <c>1.2.3-rc.1+build</c>. A pre-release comes before its release; the build part does not count.</summary>
internal sealed partial record SemanticNumber(BigInteger Major, BigInteger Minor, BigInteger Patch, string? PreRelease) : IComparable<SemanticNumber>
{
    public static string Refusal(string number) =>
        $"'{number}' is no semantic version number, such as 1.3.0 or 2.0.4-rc1, and this broker orders versions by their numbers. Give one, or start the broker without PACT_BROKER_ORDER_VERSIONS_BY_DATE=false.";

    public static SemanticNumber? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        BigInteger Part(string name) => match.Groups[name] is { Success: true } group ? BigInteger.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : BigInteger.Zero;
        return new SemanticNumber(Part("major"), Part("minor"), Part("patch"), match.Groups["pre"] is { Success: true } pre ? pre.Value : null);
    }

    public int CompareTo(SemanticNumber? other)
    {
        if (other is null) return 1;
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (numbers != 0 || PreRelease == other.PreRelease) return numbers;
        if (PreRelease is null || other.PreRelease is null) return PreRelease is null ? 1 : -1;
        return ComparePreReleases(PreRelease.Split('.'), other.PreRelease.Split('.'));
    }

    private static int ComparePreReleases(string[] left, string[] right)
    {
        foreach (var (one, two) in left.Zip(right))
        {
            var numeric = (Left: BigInteger.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var a), Right: BigInteger.TryParse(two, NumberStyles.None, CultureInfo.InvariantCulture, out var b));
            var order = numeric switch
            {
                (true, true) => a.CompareTo(b),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(one, two),
            };
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    [GeneratedRegex(@"^(?<major>\d{1,50})(\.(?<minor>\d{1,50})(\.(?<patch>\d{1,50})(-(?<pre>[0-9A-Za-z.-]+))?(\+[0-9A-Za-z.-]+)?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
