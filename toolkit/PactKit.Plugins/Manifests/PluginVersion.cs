using System.Globalization;

namespace PactKit.Plugins.Manifests;

/// <summary>A semantic version, as far as choosing a plugin needs it. Build metadata is ignored.</summary>
internal sealed record PluginVersion(int Major, int Minor, int Patch, string PreRelease) : IComparable<PluginVersion>
{
    /// <summary>Null where the text is no version. Missing parts are 0: "1" is "1.0.0".</summary>
    public static PluginVersion? TryParse(string text)
    {
        var plain = text.Split('+')[0];
        var dash = plain.IndexOf('-', StringComparison.Ordinal);
        var numbers = (dash < 0 ? plain : plain[..dash]).Split('.');
        if (numbers.Length > 3) return null;
        var parts = new int[3];
        for (var i = 0; i < numbers.Length; i++)
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i])) return null;
        return new PluginVersion(parts[0], parts[1], parts[2], dash < 0 ? "" : plain[(dash + 1)..]);
    }

    public int CompareTo(PluginVersion? other)
    {
        if (other is null) return 1;
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (numbers != 0) return numbers;

        // A release comes after its own pre-releases.
        if (PreRelease.Length == 0 || other.PreRelease.Length == 0) return other.PreRelease.Length.CompareTo(PreRelease.Length);
        return Compare(PreRelease.Split('.'), other.PreRelease.Split('.'));
    }

    private static int Compare(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var isNumber = int.TryParse(left[i], NumberStyles.None, CultureInfo.InvariantCulture, out var l);
            var bothNumbers = int.TryParse(right[i], NumberStyles.None, CultureInfo.InvariantCulture, out var r) == isNumber;
            var order = !bothNumbers ? (isNumber ? -1 : 1) : isNumber ? l.CompareTo(r) : string.CompareOrdinal(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }
}
