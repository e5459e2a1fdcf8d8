namespace PactKit.Matching.Parts;

/// <summary>When two values of a header are the same without a rule.</summary>
internal static class HeaderValue
{
    /// <summary>Accept and Content-Type have parameters; in the other headers only blanks around commas do not matter.</summary>
    public static bool AreEqual(string name, string expected, string actual)
    {
        if (expected == actual) return true;
        return name.ToLowerInvariant() switch
        {
            "content-type" => HaveEqualParameters(expected, actual, StringComparison.OrdinalIgnoreCase),
            "accept" => HaveEqualParameters(expected, actual, StringComparison.Ordinal),
            _ => WithoutBlanks(expected) == WithoutBlanks(actual),
        };
    }

    /// <summary>The types are equal, and each expected parameter is there, in any order and its value in any case. More parameters are fine.</summary>
    public static bool HaveEqualParameters(string expected, string actual, StringComparison typeComparison = StringComparison.OrdinalIgnoreCase)
    {
        var (wanted, received) = (Pieces(expected), Pieces(actual));
        if (!string.Equals(wanted[0], received[0], typeComparison)) return false;
        var parameters = received.Skip(1).Select(Parameter).ToList();
        return wanted.Skip(1).Select(Parameter).All(parameters.Contains);
    }

    // A semicolon inside quotes belongs to the value.
    private static List<string> Pieces(string value)
    {
        var pieces = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '"') quoted = !quoted;
            if (value[i] != ';' || quoted) continue;
            pieces.Add(value[start..i].Trim());
            start = i + 1;
        }

        pieces.Add(value[start..].Trim());
        return pieces;
    }

    private static (string Name, string Value) Parameter(string piece)
    {
        var equals = piece.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? (piece.ToLowerInvariant(), "")
            : (piece[..equals].Trim().ToLowerInvariant(), piece[(equals + 1)..].Trim().ToLowerInvariant());
    }

    private static string WithoutBlanks(string value) => string.Join(',', value.Split(',', StringSplitOptions.TrimEntries));
}
